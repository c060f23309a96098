package org.sekisho.checkout.books;

/**
 * One business day's figures since the last Z, in minor units, or what is added to them.
 *
 * @param returned sales in which goods came back
 * @param refunded what they were bought for, positive
 * @param firstReceipt 0 where there was none
 * @param lastReceipt 0 where there was none
 * @param corrections what of it is no plain sale
 */
public record DayFigures(
        long sales,
        long total,
        long discounts,
        long voidedSales,
        long voidedLines,
        long noSales,
        long returned,
        long refunded,
        long firstReceipt,
        long lastReceipt,
        Corrections corrections) {

    public static final DayFigures NOTHING = new DayFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Corrections.NONE);

    public static DayFigures voidedSale(long voidedLines) {
        return new DayFigures(0, 0, 0, 1, voidedLines, 0, 0, 0, 0, 0, Corrections.NONE);
    }

    /** Voided in a sale that is still open. */
    public static DayFigures voidedLines(long count) {
        return new DayFigures(0, 0, 0, 0, count, 0, 0, 0, 0, 0, Corrections.NONE);
    }

    public static DayFigures noSale() {
        return new DayFigures(0, 0, 0, 0, 0, 1, 0, 0, 0, 0, Corrections.NONE);
    }

    /** @param later of the same lane and a later day */
    public DayFigures plus(DayFigures later) {
        return new DayFigures(
                Math.addExact(sales, later.sales),
                Math.addExact(total, later.total),
                Math.addExact(discounts, later.discounts),
                Math.addExact(voidedSales, later.voidedSales),
                Math.addExact(voidedLines, later.voidedLines),
                Math.addExact(noSales, later.noSales),
                Math.addExact(returned, later.returned),
                Math.addExact(refunded, later.refunded),
                firstReceipt == 0 ? later.firstReceipt : firstReceipt,
                Math.max(lastReceipt, later.lastReceipt),
                corrections.plus(later.corrections));
    }

    /**
     * Sales that take others back, and goods that came back without a receipt.
     *
     * @param postVoided what those receipts came to, positive
     * @param unreceipted sales in which goods came back without a receipt
     * @param unreceiptedAmount what was paid back for them, positive
     */
    public record Corrections(long postVoids, long postVoided, long unreceipted, long unreceiptedAmount) {

        static final Corrections NONE = new Corrections(0, 0, 0, 0);

        Corrections plus(Corrections later) {
            return new Corrections(
                    Math.addExact(postVoids, later.postVoids),
                    Math.addExact(postVoided, later.postVoided),
                    Math.addExact(unreceipted, later.unreceipted),
                    Math.addExact(unreceiptedAmount, later.unreceiptedAmount));
        }
    }
}
