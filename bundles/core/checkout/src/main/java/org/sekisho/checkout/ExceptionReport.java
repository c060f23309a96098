package org.sekisho.checkout;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.sekisho.api.model.Money;

/**
 * Exceptions by cashier and kind.
 *
 * @param entries of the journal that were read
 * @param rows of whoever has some, by name and kind
 */
public record ExceptionReport(long entries, List<Row> rows) {

    /** What counts as one. */
    public enum Kind {
        LINES_VOIDED,
        SALES_VOIDED,
        POST_VOIDS,
        RETURNS,
        RETURNS_WITHOUT_RECEIPT,
        NO_SALES,
        PRICE_OVERRIDES,
        DISCOUNTS,
        REPRINTS,
        /** Money went back otherwise than it had come. */
        TENDER_CHANGES,
        /** Sales that were set aside and not gone on with. */
        NOT_RECALLED,
        /** Shifts whose count was not what was expected. */
        DIFFERENCES;

        /** The word of JSON and texts: {@code lines-voided}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One kind of one cashier.
     *
     * @param sales that they closed
     * @param amount what it was about, added up without signs
     * @param per100 how many to 100 of their sales; to one sale where they closed none
     * @param median of the peers' {@code per100}; zero where there are none
     * @param farOff whether it should be looked at: at least three, at least two peers, more than twice their median
     * @param places the entries, as they follow in the journal
     */
    public record Row(
            String operator,
            long sales,
            Kind kind,
            long count,
            Money amount,
            BigDecimal per100,
            BigDecimal median,
            boolean farOff,
            List<Place> places) {

        public Row {
            places = List.copyOf(places);
        }
    }

    /** Where in the journal. */
    public record Place(String lane, long seq) {}

    public ExceptionReport {
        rows = List.copyOf(rows);
    }
}
