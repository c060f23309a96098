package org.sekisho.catalogue.codes;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.catalogue.CodeFault;
import org.sekisho.catalogue.Gtin;
import org.sekisho.catalogue.Label;

/** What element strings mean to a till: GTIN, net weight, amount payable, batch, and the last day of sale. All others are passed over. */
final class ElementReader {

    private static final String GTIN = "01";
    private static final String BATCH = "10";
    private static final String SELL_BY = "16";
    private static final String EXPIRY = "17";

    /** Net weight in kilograms; the fourth digit tells its decimals (3.6.1). */
    private static final String KILOGRAMS = "310[0-5]";

    /** Amount payable for a variable-measure item in the currency of the place (3.6.8). */
    private static final String PAYABLE = "392[0-9]";

    /** The same after the three digits of its currency by ISO 4217 (3.6.9). */
    private static final String PAYABLE_IN = "393[0-9]";

    private static final char VARIABLE_MEASURE = '9';

    private final Map<String, String> elements;
    private final Currency currency;
    private final LocalDate day;

    ElementReader(Map<String, String> elements, Currency currency, LocalDate day) {
        this.elements = elements;
        this.currency = currency;
        this.day = day;
    }

    CodeReading read() {
        String digits = elements.getOrDefault(GTIN, "");
        List<Gtin> gtin = Gtin.readings(digits);
        if (gtin.isEmpty()) {
            return new CodeReading.Faulty(
                    Gtin.hasShape(digits) ? CodeFault.CHECK_DIGIT_WRONG : CodeFault.ELEMENTS_UNREADABLE);
        }
        try {
            return new CodeReading.Labelled(gtin.get(0), new Label(weight(), price(gtin.get(0)), lastDay(), batch()));
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            return new CodeReading.Faulty(CodeFault.ELEMENTS_UNREADABLE);
        }
    }

    /** Finer than grams is rounded half-up. */
    private Optional<Quantity> weight() {
        return decimal(KILOGRAMS, "")
                .map(kilograms -> kilograms.movePointRight(3).setScale(0, RoundingMode.HALF_UP))
                .map(grams -> new Quantity(grams.longValueExact()));
    }

    /** Whoever types a code could price any item, were it read of others than those of variable measure. */
    private Optional<Money> price(Gtin gtin) {
        Optional<Money> price = Stream.of(decimal(PAYABLE, ""), decimal(PAYABLE_IN, numericCode()))
                .flatMap(Optional::stream)
                .reduce(ElementReader::saidTwice)
                .map(amount -> amount.movePointRight(currency.getDefaultFractionDigits()))
                .map(minor -> Money.of(minor.longValueExact(), currency));
        if (price.isPresent() && gtin.toString().charAt(0) != VARIABLE_MEASURE) {
            throw new ArithmeticException("a price of an item of fixed measure");
        }
        return price;
    }

    private String numericCode() {
        return String.format(Locale.ROOT, "%03d", currency.getNumericCode());
    }

    /**
     * A number with decimals.
     *
     * @param identifiers of which there may be one; its last digit tells the decimals
     * @param before what the value must begin with; the number follows
     */
    private Optional<BigDecimal> decimal(String identifiers, String before) {
        return elements.entrySet().stream()
                .filter(element -> element.getKey().matches(identifiers))
                .map(element -> new BigDecimal(digits(after(before, element.getValue()), 15))
                        .movePointLeft(element.getKey().charAt(3) - '0'))
                .reduce(ElementReader::saidTwice);
    }

    private static String after(String before, String value) {
        if (!value.startsWith(before)) {
            throw new NumberFormatException(value);
        }
        return value.substring(before.length());
    }

    private static BigDecimal saidTwice(BigDecimal one, BigDecimal other) {
        throw new ArithmeticException("both " + one + " and " + other);
    }

    private Optional<String> batch() {
        String batch = elements.get(BATCH);
        if (batch != null && batch.length() > 20) {
            throw new NumberFormatException("a batch has at most 20 characters");
        }
        return Optional.ofNullable(batch);
    }

    /** Neither after its sell-by date nor after its expiry. */
    private Optional<LocalDate> lastDay() {
        return Stream.of(SELL_BY, EXPIRY)
                .flatMap(identifier -> Optional.ofNullable(elements.get(identifier)).stream())
                .map(this::date)
                .min(LocalDate::compareTo);
    }

    /** YYMMDD; 00 for the day is the last of the month (3.4.6, 3.4.7); the century is the nearest (7.12). */
    private LocalDate date(String digits) {
        int year = Integer.parseInt(digits.substring(0, 2));
        int ahead = year - day.getYear() % 100;
        int century = day.getYear() / 100 + (ahead >= 51 ? -1 : ahead <= -50 ? 1 : 0);
        YearMonth month = YearMonth.of(100 * century + year, Integer.parseInt(digits.substring(2, 4)));
        int ofMonth = Integer.parseInt(digits.substring(4));
        return ofMonth == 0 ? month.atEndOfMonth() : month.atDay(ofMonth);
    }

    private static String digits(String value, int most) {
        if (!value.matches("[0-9]{1," + most + "}")) {
            throw new NumberFormatException(value);
        }
        return value;
    }
}
