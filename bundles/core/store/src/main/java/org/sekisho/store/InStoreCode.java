package org.sekisho.store;

import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.sekisho.store.TaxSettings.Scheme;

/**
 * How the codes of one prefix, which the shop gives out itself, hold a price or a weight: prefix, item number, perhaps a check digit
 * of the value, value, check digit; {@value #LENGTH} digits in all (GS1 General Specifications 2.1.14).
 *
 * @param prefix 02, or two to four digits that begin with 20 to 29; no prefix of a store begins another
 * @param itemDigits of the item number
 * @param valueDigits of the price or weight
 * @param of what the value is
 * @param valueCheckDigit whether a check digit stands before the value (GS1 General Specifications 7.9)
 * @param decimals of the value; at most the currency's, or three of a kilogram
 */
public record InStoreCode(
        String prefix, int itemDigits, int valueDigits, Value of, boolean valueCheckDigit, int decimals) {

    /** Digits of such a code, its check digit among them. */
    public static final int LENGTH = 13;

    /** What a code holds beside its item. */
    public enum Value {
        PRICE,
        WEIGHT
    }

    /**
     * What a store begins with. Japan: 02 and 20 to 29 hold a price. Europe: 20, 21, 22 hold a price with two, one and no decimals, 23, 24,
     * 25 a weight with three, two and one, as in the Nordic countries. United States: the UPC of number system 2, a price with its own check
     * digit.
     */
    public static List<InStoreCode> usual(Scheme scheme, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        Stream<InStoreCode> codes = switch (scheme) {
            case JP ->
                Stream.of("02", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29")
                        .map(prefix -> new InStoreCode(prefix, 5, 5, Value.PRICE, false, digits));
            case EU ->
                Stream.of(
                        new InStoreCode("20", 5, 5, Value.PRICE, false, 2),
                        new InStoreCode("21", 5, 5, Value.PRICE, false, 1),
                        new InStoreCode("22", 5, 5, Value.PRICE, false, 0),
                        new InStoreCode("23", 5, 5, Value.WEIGHT, false, 3),
                        new InStoreCode("24", 5, 5, Value.WEIGHT, false, 2),
                        new InStoreCode("25", 5, 5, Value.WEIGHT, false, 1));
            case US -> Stream.of(new InStoreCode("02", 5, 4, Value.PRICE, true, digits));
        };
        return codes.filter(code -> code.of() == Value.WEIGHT || code.decimals() <= digits)
                .toList();
    }
}
