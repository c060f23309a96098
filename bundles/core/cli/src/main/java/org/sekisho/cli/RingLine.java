package org.sekisho.cli;

import java.math.BigDecimal;
import java.util.Optional;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.Unit;

/** One line of what {@code sekisho ring} reads. */
sealed interface RingLine {

    /**
     * A code, with what stood before it.
     *
     * @param unit what a quantity was said in; empty for a bare scan
     * @param price in minor units, replacing the catalogue's
     */
    record Scan(String code, Quantity quantity, Optional<Unit> unit, Optional<Long> price) implements RingLine {}

    record VoidLine(int line) implements RingLine {}

    /** @param line empty for the whole basket */
    record PercentOff(Optional<Integer> line, BigDecimal percent) implements RingLine {}

    /** @param line empty for the whole basket */
    record AmountOff(Optional<Integer> line, long minor) implements RingLine {}

    record Cash(long minor) implements RingLine {}

    record NoSale(String reason) implements RingLine {}

    record End() implements RingLine {}

    record GiveBack(ReceiptNumber receipt, int line, Quantity quantity) implements RingLine {}

    /** @param price of one unit in minor units, below the catalogue's */
    record GiveBackUnreceipted(String code, Quantity quantity, Optional<Long> price) implements RingLine {}

    record PostVoid(ReceiptNumber receipt, String reason) implements RingLine {}

    record RefundCash(long minor) implements RingLine {}

    record Card(long minor) implements RingLine {}

    record Voucher(String code) implements RingLine {}

    record RefundCard(long minor) implements RingLine {}

    /** @param reason may be empty */
    record Suspend(String reason) implements RingLine {}

    /** @param id empty for nobody */
    record OfCustomer(Optional<String> id) implements RingLine {}

    record Recall(String suspendedId) implements RingLine {}
}
