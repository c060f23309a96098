package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.checkout.till.Shelf.ONIGIRI;
import static org.sekisho.checkout.till.Shelf.PEN;
import static org.sekisho.checkout.till.Shop.CASHIER;
import static org.sekisho.checkout.till.Shop.pieces;
import static org.sekisho.checkout.till.Shop.scan;
import static org.sekisho.checkout.till.Shop.yen;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.checkout.Adjustment;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.checkout.SaleView;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.LineDiscount;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.checkout.OpenSale;

class PriceRulesTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void aRuleThatIsLeftOutIsJournalledOnceHoweverOftenItIsPaid() throws Exception {
        shop.rules(rule("broken", 1, sale -> {
            throw new IllegalStateException("no idea");
        }));
        OpenSale sale = shop.begin(CASHIER);
        pieces(sale, 3, ONIGIRI);
        sale.tenderCard(yen(100));
        sale.tenderCard(yen(100));
        sale.tenderCash(sale.totals().due());
        assertThat(shop.entries("PriceRuleLeftOut")).hasSize(1);
    }

    @Test
    void rulesAreAskedAnewAfterEveryChange() throws Exception {
        shop.rules(rule(
                "three-for-300",
                1,
                sale -> sale.lines().stream()
                        .filter(line -> line.quantity().equals(Quantity.pieces(3)))
                        .map(line -> new Adjustment(line.number(), "3 for 300", yen(84)))
                        .toList()));
        OpenSale sale = shop.begin(CASHIER);
        pieces(sale, 3, ONIGIRI);
        scan(sale, PEN);
        assertThat(sale.totals().total()).isEqualTo(yen(465));
        sale.voidLine(1);
        assertThat(sale.totals().total()).isEqualTo(yen(165));
        pieces(sale, 3, ONIGIRI);
        ClosedSale closed = sale.tenderCash(yen(465)).orElseThrow();
        assertThat(closed.lines().get(1).discount()).isEqualTo(yen(84));
        assertThat(closed.lines().get(1).amount()).isEqualTo(yen(300));
        assertThat(closed.lineDiscounts()).containsExactly(new LineDiscount(3, "3 for 300", yen(84)));
        JsonObject applied = shop.entries("SaleClosed")
                .get(0)
                .payload()
                .getAsJsonArray("rules")
                .get(0)
                .getAsJsonObject();
        assertThat(applied.toString())
                .isEqualTo("{\"amount\":84,\"line\":3,\"reason\":\"3 for 300\",\"rule\":\"three-for-300\"}");
    }

    @Test
    void rulesSeeTheDepartmentOfEachLine() throws Exception {
        List<Map<Integer, String>> seen = new ArrayList<>();
        shop.rules(rule("looks", 1, sale -> {
            seen.add(sale.departments());
            return List.of();
        }));
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        scan(sale, ONIGIRI);
        sale.voidLine(1);
        sale.totals();
        assertThat(seen).last().isEqualTo(Map.of(2, "米飯"));
    }

    @Test
    void orderDecidesThenNameAndNoLineGoesBelowZero() throws Exception {
        shop.rules(off("b", 5, 100), off("late", 9, 100), off("a", 5, 20));
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        assertThat(sale.totals().total()).isEqualTo(yen(0));
        sale.end();
        assertThat(shop.entries("SaleClosed").get(0).payload().getAsJsonArray("rules").asList().stream()
                        .map(rule -> rule.getAsJsonObject().get("rule").getAsString() + " "
                                + rule.getAsJsonObject().get("amount")))
                .containsExactly("a 20", "b 100", "late 45");
    }

    @Test
    void aRuleThatThrowsIsLeftOutAndOnRecordOnce() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        shop.rules(
                rule("broken", 1, sale -> {
                    asked.incrementAndGet();
                    throw new IllegalStateException("no idea");
                }),
                off("fine", 2, 5));
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        scan(sale, ONIGIRI);
        assertThat(sale.totals().total()).isEqualTo(yen(288));
        assertThat(asked).hasValue(1);
        assertThat(sale.totals().rules()).containsExactly(new LineDiscount(1, "fine", yen(5)));
        assertThat(sale.totals().leftOut()).containsExactly("IllegalStateException: no idea");
        sale.tenderCash(yen(288));
        assertThat(shop.entries("PriceRuleLeftOut")).hasSize(1);
        assertThat(shop.entries("PriceRuleLeftOut")
                        .get(0)
                        .payload()
                        .get("reason")
                        .getAsString())
                .isEqualTo("IllegalStateException: no idea");
        OpenSale next = shop.begin(CASHIER);
        scan(next, PEN);
        assertThat(asked).hasValue(2); // another sale is another chance
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "negative", "reason", "null", "currency", "stack"})
    void aRuleThatProposesNonsenseIsLeftOut(String nonsense) throws Exception {
        shop.rules(rule("odd", 1, sale -> proposals(nonsense)));
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        assertThat(sale.totals().total()).isEqualTo(yen(165));
        sale.tenderCash(yen(165));
        assertThat(shop.types()).containsExactly("PriceRuleLeftOut", "SaleClosed");
    }

    private static List<Adjustment> proposals(String nonsense) {
        return switch (nonsense) {
            case "line" -> List.of(new Adjustment(7, "x", yen(1)));
            case "negative" -> List.of(new Adjustment(1, "x", yen(-1)));
            case "reason" -> List.of(new Adjustment(1, "", yen(1)));
            case "currency" -> List.of(new Adjustment(1, "x", Money.of(1, Currency.getInstance("EUR"))));
            case "stack" -> proposals(nonsense);
            default -> Arrays.asList((Adjustment) null);
        };
    }

    private static PriceRule off(String name, int order, long off) {
        return rule(
                name, order, sale -> List.of(new Adjustment(sale.lines().get(0).number(), name, yen(off))));
    }

    private static PriceRule rule(String name, int order, Function<SaleView, List<Adjustment>> propose) {
        return new PriceRule() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public int order() {
                return order;
            }

            @Override
            public List<Adjustment> propose(SaleView sale) {
                return propose.apply(sale);
            }
        };
    }
}
