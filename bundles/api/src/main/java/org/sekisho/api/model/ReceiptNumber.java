package org.sekisho.api.model;

/**
 * The number of a receipt; numbers have no gaps within a lane.
 *
 * @param lane the register's lane
 * @param number from 1
 */
public record ReceiptNumber(String lane, long number) {

    /** {@code lane-number}, the number with at least six digits: {@code 1-000123}. */
    @Override
    public String toString() {
        return lane + "-" + "0".repeat(Math.max(0, 6 - Long.toString(number).length())) + number;
    }

    /**
     * Reads what {@link #toString()} writes.
     *
     * @throws IllegalArgumentException when it is no receipt number
     */
    public static ReceiptNumber parse(String text) {
        int dash = text.lastIndexOf('-');
        if (dash < 1 || !text.substring(dash + 1).matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("not a receipt number: " + text + " (lane-number, like 1-000123)");
        }
        return new ReceiptNumber(text.substring(0, dash), Long.parseLong(text.substring(dash + 1)));
    }
}
