package org.sekisho.catalogue.items;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * The business dates on which a row applies, both ends included.
 *
 * @param from {@link LocalDate#MIN} where it has no beginning
 * @param until {@link LocalDate#MAX} where it has no end
 */
record Period(LocalDate from, LocalDate until) {

    static final Period ALWAYS = new Period(LocalDate.MIN, LocalDate.MAX);

    /**
     * @param from a date as in ISO 8601, or empty
     * @throws DateTimeParseException when one is no date of the years 0000 to 9999
     */
    static Period of(String from, String until) {
        if (from.isEmpty() && until.isEmpty()) {
            return ALWAYS;
        }
        return new Period(
                from.isEmpty() ? LocalDate.MIN : LocalDate.parse(from),
                until.isEmpty() ? LocalDate.MAX : LocalDate.parse(until));
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    boolean overlaps(Period other) {
        return !from.isAfter(other.until) && !until.isBefore(other.from);
    }

    boolean isBackwards() {
        return until.isBefore(from);
    }

    /** As the CSV has it. */
    String fromText() {
        return from.equals(LocalDate.MIN) ? "" : from.toString();
    }

    String untilText() {
        return until.equals(LocalDate.MAX) ? "" : until.toString();
    }
}
