package org.sekisho.catalogue.codes;

/** The check digit of a price or weight of four or five digits within an in-store code (GS1 General Specifications 7.9.2 to 7.9.4). */
final class ValueCheckDigit {

    /** What each digit weighs by each of the specification's weighting factors: a product, its tens added or taken off. */
    private static final String TWO_MINUS = "0246891357";

    private static final String THREE = "0369258147";
    private static final String FIVE_PLUS = "0516273849";
    private static final String FIVE_MINUS = "0594837261";

    private static final String[] OF_FOUR = {TWO_MINUS, TWO_MINUS, THREE, FIVE_MINUS};
    private static final String[] OF_FIVE = {FIVE_PLUS, TWO_MINUS, FIVE_MINUS, FIVE_PLUS, TWO_MINUS};

    private ValueCheckDigit() {}

    /** @param value four or five digits */
    static int of(String value) {
        if (value.length() == OF_FOUR.length) {
            return 3 * sum(value, OF_FOUR) % 10;
        }
        int rest = (10 - sum(value, OF_FIVE) % 10) % 10;
        return FIVE_MINUS.indexOf('0' + rest);
    }

    private static int sum(String value, String[] factors) {
        int sum = 0;
        for (int i = 0; i < factors.length; i++) {
            sum += factors[i].charAt(value.charAt(i) - '0') - '0';
        }
        return sum;
    }
}
