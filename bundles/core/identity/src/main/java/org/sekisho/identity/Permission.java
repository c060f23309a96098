package org.sekisho.identity;

/** What a role may do. */
public enum Permission {
    SELL,
    DISCOUNT,
    OVERRIDE_PRICE,
    NO_SALE,
    RETURN,
    /** Pays back in cash what a card had paid. */
    REFUND_OTHER_TENDER,
    /** Says what became of a card payment that the terminal cannot be asked about. */
    SETTLE_PAYMENT,
    REPORT_X,
    REPORT_Z,
    READ_JOURNAL,
    IMPORT_ITEMS,
    KEEP_USERS,
    APPROVE_BUNDLES
}
