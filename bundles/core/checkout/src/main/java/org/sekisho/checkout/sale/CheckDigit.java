package org.sekisho.checkout.sale;

/** The check digit of GTINs (GS1 General Specifications 7.9): EAN-8, UPC-A, EAN-13 and GTIN-14. */
public final class CheckDigit {

    private CheckDigit() {}

    /** Whether a code has the form of a GTIN but not its check digit: misread or mistyped. */
    public static boolean isWrong(String code) {
        return code.matches("[0-9]{8}|[0-9]{12,14}") && weighted(code) % 10 != 0;
    }

    private static int weighted(String code) {
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            int digit = code.charAt(code.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit : 3 * digit;
        }
        return sum;
    }
}
