package org.sekisho.catalogue.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.catalogue.CodeFault;
import org.sekisho.catalogue.Gtin;
import org.sekisho.catalogue.Label;
import org.sekisho.store.InStoreCode;
import org.sekisho.store.InStoreCode.Value;

class CodeReaderTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final LocalDate TODAY = LocalDate.parse("2026-04-01");
    private static final CodeReader READER = new CodeReader(
            EURO,
            List.of(
                    new InStoreCode("02", 5, 4, Value.PRICE, true, 2),
                    new InStoreCode("20", 5, 5, Value.PRICE, false, 2),
                    new InStoreCode("21", 5, 5, Value.PRICE, false, 1),
                    new InStoreCode("22", 4, 5, Value.PRICE, true, 2),
                    new InStoreCode("23", 5, 5, Value.WEIGHT, false, 3),
                    new InStoreCode("24", 5, 5, Value.WEIGHT, false, 2)));

    /** The examples of the GS1 General Specifications, 7.9.3 and 7.9.4, and values worked out by their tables. */
    @ParameterizedTest
    @CsvSource({"2875, 9", "14685, 6", "0000, 0", "00000, 0", "0001, 5", "1000, 6", "00001, 4", "10000, 1", "99999, 6"})
    void aValueHasItsOwnCheckDigit(String value, int digit) {
        assertThat(ValueCheckDigit.of(value)).isEqualTo(digit);
    }

    @Test
    void thePriceOfAnInStoreCodeIsInItsDecimals() {
        assertThat(read(code("02" + "12345" + "9" + "2875"))).isEqualTo(labelled("021234500000", euro(2875)));
        assertThat(read(code("20" + "12345" + "00480"))).isEqualTo(labelled("201234500000", euro(480)));
        assertThat(read(code("21" + "12345" + "00480"))).isEqualTo(labelled("211234500000", euro(4800)));
        assertThat(read(code("22" + "1234" + "6" + "14685"))).isEqualTo(labelled("221234000000", euro(14685)));
    }

    @Test
    void theWeightOfAnInStoreCodeIsInItsDecimals() {
        assertThat(read(code("23" + "12345" + "01250"))).isEqualTo(labelled("231234500000", kilograms("1.25")));
        assertThat(read(code("24" + "12345" + "00125"))).isEqualTo(labelled("241234500000", kilograms("1.25")));
    }

    /** UPC-A of number system 2 is the same code without its leading zero, GTIN-14 the same with another. */
    @Test
    void anInStoreCodeHasThreeForms() {
        String code = code("02" + "12345" + "9" + "2875");
        assertThat(read(code.substring(1))).isEqualTo(read(code));
        assertThat(read("0" + code)).isEqualTo(read(code));
        assertThat(read("1"
                        + Gtin.completing("1" + code.substring(0, 12))
                                .toString()
                                .substring(1)))
                .isEqualTo(new CodeReading.Faulty(CodeFault.UNKNOWN));
    }

    @Test
    void aWrongCheckDigitIsRefused() {
        assertThat(read(code("02" + "12345" + "8" + "2875")))
                .isEqualTo(new CodeReading.Faulty(CodeFault.VALUE_CHECK_DIGIT_WRONG));
        assertThat(read(code("22" + "1234" + "5" + "14685")))
                .isEqualTo(new CodeReading.Faulty(CodeFault.VALUE_CHECK_DIGIT_WRONG));
        String right = code("23" + "12345" + "01250");
        String wrong = right.substring(0, 12) + (right.charAt(12) == '0' ? '1' : '0');
        assertThat(read(wrong)).isEqualTo(new CodeReading.Faulty(CodeFault.CHECK_DIGIT_WRONG));
        assertThat(read("(01)04912345678905")).isEqualTo(new CodeReading.Faulty(CodeFault.CHECK_DIGIT_WRONG));
    }

    /** Every single misread digit of a price is found, by one check digit or the other. */
    @Property
    void aMisreadPriceIsFound(
            @ForAll @LongRange(max = 9999) long price,
            @ForAll @IntRange(max = 12) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String value = String.format("%04d", price);
        String right = code("02" + "12345" + ValueCheckDigit.of(value) + value);
        assertThat(read(right)).isEqualTo(labelled("021234500000", euro(price)));
        char other = (char) ('0' + (right.charAt(at) - '0' + by) % 10);
        assertThat(read(right.substring(0, at) + other + right.substring(at + 1)))
                .isInstanceOf(CodeReading.Faulty.class);
    }

    @Property
    void everyWeightComesBackFromItsCode(@ForAll @LongRange(max = 99_999) long grams) {
        assertThat(read(code("23" + "54321" + String.format("%05d", grams))))
                .isEqualTo(labelled("235432100000", Label.ofWeight(new Quantity(grams))));
        assertThat(read("(01)94901234567897(3103)0" + String.format("%05d", grams)))
                .isEqualTo(new CodeReading.Labelled(new Gtin(94901234567897L), Label.ofWeight(new Quantity(grams))));
    }

    @ParameterizedTest
    @CsvSource({
        "3100000012, 12",
        "3101000012, 1.2",
        "3102000125, 1.25",
        "3103001250, 1.25",
        "3104012504, 1.25",
        "3105125050, 1.251"
    })
    void kilogramsInTheirDecimals(String element, String kilograms) {
        assertThat(read("0104912345678904" + element))
                .isEqualTo(new CodeReading.Labelled(new Gtin(4912345678904L), kilograms(kilograms)));
    }

    @ParameterizedTest
    @CsvSource({
        "39224980, 4980",
        "39214980, 49800",
        "392042, 4200",
        "3923125000, 12500",
        "39329784980, 4980",
        "393097842, 4200"
    })
    void theAmountPayableIsInMinorUnits(String element, long cents) {
        assertThat(read("0194901234567897" + element))
                .isEqualTo(new CodeReading.Labelled(new Gtin(94901234567897L), euro(cents)));
    }

    /** Else whoever types a code sets any price. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(01)04912345678904(3922)4980",
                "(01)04912345678904(3920)1",
                "(01)14901234567891(3922)4980",
                "(01)04912345678904(3932)9784980"
            })
    void anItemOfFixedMeasureHasNoPriceOnItsLabel(String code) {
        assertThat(read(code)).isEqualTo(new CodeReading.Faulty(CodeFault.ELEMENTS_UNREADABLE));
    }

    /** US dollars, no currency, a letter in it, and two prices. */
    @ParameterizedTest
    @ValueSource(strings = {"(3932)8404980", "(3932)978", "(3932)97", "(3932)978X", "(3922)4980(3932)9784990"})
    void onlyAPriceInTheStoresCurrencyIsRead(String price) {
        assertThat(read("(01)94901234567897" + price)).isEqualTo(new CodeReading.Faulty(CodeFault.ELEMENTS_UNREADABLE));
    }

    /** The day 00 is the month's last (GS1 General Specifications 3.4.7); the century is the nearest (7.12). */
    @ParameterizedTest
    @CsvSource({
        "(17)261231, 2026-12-31",
        "(17)260200, 2026-02-28",
        "(17)280200, 2028-02-29",
        "(17)991231, 1999-12-31",
        "(17)760101, 2076-01-01",
        "(17)770101, 1977-01-01",
        "(16)260501, 2026-05-01",
        "(16)260501(17)260601, 2026-05-01",
        "(16)260701(17)260601, 2026-06-01"
    })
    void theLastDayOfSale(String elements, LocalDate day) {
        assertThat(((CodeReading.Labelled) read("(01)04912345678904" + elements))
                        .label()
                        .lastDay())
                .contains(day);
    }

    @Test
    void bestBeforeDoesNotEndTheSale() {
        assertThat(read("(01)04912345678904(15)260101"))
                .isEqualTo(new CodeReading.Labelled(new Gtin(4912345678904L), Label.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(10)ABC",
                "(02)04912345678904",
                "(01)04912345678904(17)261301",
                "(01)04912345678904(17)260231",
                "(01)04912345678904(3103)001250(3102)000125",
                "(01)94901234567897(3922)1A",
                "(01)94901234567897(3923)1001",
                "(01)04912345678904(10)123456789012345678901"
            })
    void whatCannotBeToldIsRefused(String code) {
        assertThat(read(code)).isEqualTo(new CodeReading.Faulty(CodeFault.ELEMENTS_UNREADABLE));
    }

    @Test
    void aSymbologyIdentifierIsNoPartOfTheCode() {
        assertThat(CodeReader.plain("]E04901234567894")).isEqualTo("4901234567894");
        assertThat(CodeReader.plain("]E449123456")).isEqualTo("49123456");
        assertThat(CodeReader.plain("]I114901234567891")).isEqualTo("14901234567891");
        assertThat(CodeReader.plain("]C10104912345678904")).isEqualTo("]C10104912345678904");
        assertThat(CodeReader.plain("]E0")).isEqualTo("]E0");
    }

    private static CodeReading read(String code) {
        return READER.read(code, TODAY);
    }

    private static String code(String body) {
        return Gtin.completing(body).toString().substring(1);
    }

    private static CodeReading labelled(String itemBody, Label label) {
        return new CodeReading.Labelled(Gtin.completing(itemBody), label);
    }

    private static Label euro(long cents) {
        return Label.ofPrice(Money.of(cents, EURO));
    }

    private static Label kilograms(String text) {
        return new Label(Optional.of(Quantity.parse(text)), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
