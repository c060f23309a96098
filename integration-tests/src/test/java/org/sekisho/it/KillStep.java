package org.sekisho.it;

import java.util.Locale;

/** A step of a day at the till that a SIGKILL may cut, with the journal's entry that tells whether it happened. */
enum KillStep {
    START(""),
    SCAN(""),
    LINE_VOIDED(""),
    CASH("SaleClosed"),
    RECEIPT("SaleClosed"),
    /** On its way to the terminal: before it is on record, and before it is charged. */
    CARD_UNCHARGED("SaleClosed"),
    /** The terminal charged it: before that is on record. */
    CARD_CHARGED("SaleClosed"),
    CARD_IN_PART("SaleClosed"),
    VOUCHER("SaleClosed"),
    RETURN_FOR_CASH("SaleClosed"),
    RETURN_TO_CARD("SaleClosed"),
    SUSPENDED("SaleSuspended"),
    RECALLED("SaleRecalled"),
    VOUCHER_ISSUED("VoucherIssued"),
    SHIFT_OPENED("ShiftOpened"),
    CASH_MOVED("CashMoved"),
    SHIFT_COUNTED("ShiftCounted"),
    SHIFT_CLOSED("ShiftClosed"),
    Z("ZReport");

    private final String entry;

    KillStep(String entry) {
        this.entry = entry;
    }

    /** Empty where nothing of it is journalled yet. */
    String entry() {
        return entry;
    }

    /** A command of its own, with its sign-on; any other is a line of a sale. */
    boolean isCommand() {
        return switch (this) {
            case VOUCHER_ISSUED, SHIFT_OPENED, CASH_MOVED, SHIFT_COUNTED, SHIFT_CLOSED, Z -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
