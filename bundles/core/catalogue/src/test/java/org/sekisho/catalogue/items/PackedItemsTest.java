package org.sekisho.catalogue.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.sekisho.catalogue.Gtin;

class PackedItemsTest {

    /** Whatever rows come, in whatever order, each is found again as it was, and no other. */
    @Property(tries = 300)
    void rowsComeBackAsTheyWere(@ForAll("items") List<StoredItem> items) {
        PackedItems packed = new PackedItems();
        Map<String, List<StoredItem>> expected = new HashMap<>();
        for (StoredItem item : items) {
            packed.add(item);
            expected.computeIfAbsent(item.key(), key -> new java.util.ArrayList<>())
                    .add(item);
        }
        packed.trim();
        assertThat(packed.size()).isEqualTo(expected.size());
        expected.forEach((key, rows) ->
                assertThat(new HashSet<>(packed.rows(packed.slot(key)))).isEqualTo(new HashSet<>(rows)));
        assertThat(packed.slot("nothing")).isNegative();
        assertThat(packed.address(Gtin.completing("8888888888888").value(), LocalDate.EPOCH))
                .isNegative();
    }

    @Test
    void manyAreFound() {
        PackedItems packed = new PackedItems();
        for (int i = 0; i < 100_000; i++) {
            packed.add(item(code(i), "商品 " + i, i, Period.ALWAYS));
        }
        packed.trim();
        assertThat(packed.size()).isEqualTo(100_000);
        for (int i = 0; i < 100_000; i += 7) {
            assertThat(packed.rows(packed.slot("0" + code(i))))
                    .containsExactly(item(code(i), "商品 " + i, i, Period.ALWAYS));
        }
        assertThat(packed.slot("0" + code(100_000))).isNegative();
    }

    @Provide
    Arbitrary<List<StoredItem>> items() {
        Arbitrary<String> code = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 30).map(PackedItemsTest::code),
                Arbitraries.integers().between(0, 30).map(i -> "0" + code(i)),
                Arbitraries.integers().between(0, 30).map(i -> "0" + code(i)),
                Arbitraries.of("01234565", "012345000065", "73513537", "apples", "0012", "Apples", "a", "b"));
        Arbitrary<String> name = Arbitraries.strings().all().ofMaxLength(200).filter(PackedItemsTest::isWhole);
        Arbitrary<Long> price = Arbitraries.longs().between(0, 999_999_999_999L);
        Arbitrary<LocalDate> date = Arbitraries.of(
                LocalDate.MIN,
                LocalDate.MAX,
                LocalDate.parse("0000-01-01"),
                LocalDate.parse("9999-12-31"),
                LocalDate.parse("2026-04-01"));
        return Combinators.combine(code, name, price, date, date)
                .as((c, n, p, from, until) -> item(
                        c,
                        n,
                        p,
                        new Period(
                                from.equals(LocalDate.MAX) ? LocalDate.MIN : from,
                                until.equals(LocalDate.MIN) ? LocalDate.MAX : until)))
                .list()
                .ofMaxSize(60);
    }

    private static boolean isWhole(String text) {
        return java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String code(int number) {
        return Gtin.completing(String.format("49%010d", number)).toString().substring(1);
    }

    private static StoredItem item(String code, String name, long price, Period period) {
        return new StoredItem(code, name, name, price, "reduced", "piece", "食品 " + price % 3, "", period);
    }
}
