package org.sekisho.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class DemoItemsTest {

    private static final Path DEMO = Path.of("demo");

    private static List<String> lines;
    private static List<String[]> rows;

    @BeforeAll
    static void read() throws IOException {
        lines = Files.readAllLines(DEMO.resolve("items.csv"));
        rows = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
    }

    @Test
    void headerIsTheContracts() {
        assertThat(lines.get(0)).isEqualTo("code,name,name_en,price,tax,unit,department,tax_included");
    }

    @Test
    void thereAreAtLeast220ItemsOfEightFieldsEach() {
        assertThat(rows)
                .hasSizeGreaterThanOrEqualTo(220)
                .allSatisfy(row -> assertThat(row).hasSize(8).doesNotContain(""));
    }

    @Test
    void codesAndNamesAreUnique() {
        assertThat(rows.stream().map(row -> row[0])).doesNotHaveDuplicates();
        assertThat(rows.stream().map(row -> row[1])).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeIsAJanOfTheMadeUpCompanyOrACounterKey() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row[0]).matches("4901234\\d{6}|490123\\d{2}|[1-9]\\d{2}"))
                .filteredOn(row -> row[0].length() > 3)
                .allSatisfy(
                        row -> assertThat(weightedSum(row[0]) % 10).as(row[0]).isZero());
        assertThat(rows).filteredOn(row -> row[0].length() == 13).hasSizeGreaterThanOrEqualTo(200);
        assertThat(rows).filteredOn(row -> row[0].length() == 8).isNotEmpty();
    }

    @Test
    void namesFitTheNarrowestReceipt() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(columns(row[1])).as(row[1]).isBetween(2, 32);
            assertThat(row[2]).as(row[2]).hasSizeBetween(2, 40).matches("[ -~]+");
        });
    }

    @Test
    void pricesAreWholeYenAndTheOtherFieldsKnownWords() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row[3]).matches("[1-9]\\d{0,4}");
            assertThat(row[4]).isIn(Set.of("standard", "reduced", "exempt"));
            assertThat(row[5]).isIn(Set.of("piece", "kg"));
            assertThat(row[7]).isIn(Set.of("yes", "no"));
        });
    }

    @Test
    void everyTaxEveryUnitAndBothKindsOfPriceOccur() {
        assertThat(rows.stream().map(row -> row[4])).contains("standard", "reduced", "exempt");
        assertThat(rows.stream().map(row -> row[5])).contains("piece", "kg");
        assertThat(rows.stream().filter(row -> row[7].equals("no")).map(row -> row[4]))
                .contains("standard", "reduced");
    }

    @Test
    void weighedGoodsHaveCounterKeys() {
        assertThat(rows)
                .filteredOn(row -> row[5].equals("kg"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row[0]).hasSize(3));
    }

    @Test
    void everyCodeOfTheExampleSaleIsAnItem() throws IOException {
        List<String> codes = rows.stream().map(row -> row[0]).toList();
        List<String> scanned = Files.readAllLines(DEMO.resolve("scans.txt")).stream()
                .filter(line -> line.matches("[0-9].*"))
                .map(line -> line.replaceFirst(".*[*]", ""))
                .toList();
        assertThat(scanned)
                .hasSizeGreaterThan(5)
                .allSatisfy(code -> assertThat(codes).contains(code));
    }

    /** The check digit's rule of a corporate number: 9 less the sum, weighed 1 and 2 from the right, modulo 9. */
    @Test
    void issuersRegistrationNumberHasARightCheckDigit() throws IOException {
        String number = Files.readString(DEMO.resolve("store.json"))
                .replaceAll("(?s).*\"registrationNumber\": \"T(\\d{13})\".*", "$1");
        assertThat(number).hasSize(13);
        int sum = 0;
        for (int place = 1; place <= 12; place++) {
            sum += Character.digit(number.charAt(13 - place), 10) * (place % 2 == 1 ? 1 : 2);
        }
        assertThat(Character.digit(number.charAt(0), 10)).isEqualTo(9 - sum % 9);
    }

    private static int weightedSum(String gtin) {
        int sum = 0;
        for (int place = 0; place < gtin.length(); place++) {
            int digit = Character.digit(gtin.charAt(gtin.length() - 1 - place), 10);
            sum += place % 2 == 0 ? digit : 3 * digit;
        }
        return sum;
    }

    /** Half-width columns: what is neither ASCII nor half-width takes two. */
    private static int columns(String name) {
        return name.codePoints().map(c -> c < 0x80 ? 1 : 2).sum();
    }
}
