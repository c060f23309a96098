package org.sekisho.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * A Global Trade Item Number in its one form of 14 digits, whatever it was printed as: JAN/EAN-13 and -8, UPC-A and -E, GTIN-14
 * (GS1 General Specifications, 1.3.2 and 7.9).
 *
 * @param value the 14 digits as a number
 */
public record Gtin(long value) {

    /** Digits only, of a length that only GTINs have: such a code is either one, or mistyped. */
    public static boolean hasShape(String code) {
        int length = code.length();
        if (length != 8 && (length < 12 || length > 14)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (code.charAt(i) < '0' || code.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * What a code can mean, the likeliest first. Empty when it has not the shape or no check digit fits. Eight digits that begin
     * with 0 or 1 may be a UPC-E as well as an EAN-8.
     */
    public static List<Gtin> readings(String code) {
        List<Gtin> readings = new ArrayList<>(2);
        if (hasShape(code)) {
            if (code.length() == 8 && code.charAt(0) <= '1') {
                addIfRight(readings, expanded(code));
            }
            addIfRight(readings, code);
        }
        return readings;
    }

    /** The number of a code of 12 to 14 digits, which has one reading at most; negative when it has none. */
    public static long numberOf(String code) {
        if (code.length() < 12 || !hasShape(code)) {
            return -1;
        }
        long value = Long.parseLong(code);
        return value != 0 && checkDigit(code) == code.charAt(code.length() - 1) - '0' ? value : -1;
    }

    /**
     * The number of these digits and their check digit.
     *
     * @param body 7 to 13 digits, without a check digit
     */
    public static Gtin completing(String body) {
        String digits = body + '0';
        return new Gtin(Long.parseLong(digits) + checkDigit(digits));
    }

    /** All 14 digits. */
    @Override
    public String toString() {
        String digits = Long.toString(value);
        return "0".repeat(14 - digits.length()) + digits;
    }

    private static void addIfRight(List<Gtin> readings, String digits) {
        long value = Long.parseLong(digits);
        if (value != 0 && checkDigit(digits) == digits.charAt(digits.length() - 1) - '0') {
            readings.add(new Gtin(value));
        }
    }

    /** Weights 3 and 1 in turn from the right, the check digit itself left out. */
    private static int checkDigit(String digits) {
        int sum = 0;
        int weight = 3;
        for (int i = digits.length() - 2; i >= 0; i--) {
            sum += weight * (digits.charAt(i) - '0');
            weight = 4 - weight;
        }
        return (10 - sum % 10) % 10;
    }

    /** UPC-E to UPC-A: the last of the six digits says where zeros were left out; the check digit is that of the UPC-A. */
    private static String expanded(String code) {
        String six = code.substring(1, 7);
        char last = six.charAt(5);
        String body = switch (last) {
            case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
            case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
            case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
            default -> six.substring(0, 5) + "0000" + last;
        };
        return code.charAt(0) + body + code.charAt(7);
    }
}
