package org.sekisho.store.home;

/**
 * The issuer's number in Japan's invoice system: {@code T} and 13 digits.
 *
 * <p>A corporation's are its corporate number: a check digit, then twelve digits that begin with 0–5 (registered companies) or
 * 7 (other bodies). Sole proprietors and associations get thirteen digits of which the National Tax Agency promises only that
 * they are neither a My Number nor anybody's corporate number; it publishes no check digit for them. So the check digit must
 * be right wherever the twelve digits can only be a corporation's, and any other well-formed number is believed.
 */
final class RegistrationNumber {

    private RegistrationNumber() {}

    static boolean isWellFormed(String number) {
        return number.matches("T[0-9]{13}");
    }

    /** False for a corporation's number with a wrong check digit. */
    static boolean mayBeIssued(String number) {
        char kind = number.charAt(2);
        boolean corporate = kind <= '5' || kind == '7';
        return !corporate || number.charAt(1) - '0' == checkDigit(number.substring(2));
    }

    /**
     * {@code 9 − (Σ Pn·Qn mod 9)}, where Pn is the n-th digit from the right and Qn is 1 for odd n, 2 for even (Ministry of
     * Finance Order 70 of 2014, article 2).
     */
    static int checkDigit(String twelve) {
        int sum = 0;
        for (int n = 1; n <= twelve.length(); n++) {
            int digit = twelve.charAt(twelve.length() - n) - '0';
            sum += digit * (n % 2 == 1 ? 1 : 2);
        }
        return 9 - sum % 9;
    }
}
