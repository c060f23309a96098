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
    /** Pays cash in and out and takes it to the safe. */
    MOVE_CASH,
    /** Closes a shift whose count is not what was expected. */
    APPROVE_DIFFERENCE,
    ISSUE_VOUCHERS,
    RETURN_WITHOUT_RECEIPT,
    /** Takes a whole receipt of the same day back. */
    POST_VOID,
    /** Prints a receipt once more. */
    REPRINT,
    REPORT_X,
    REPORT_Z,
    /** Sees what each cashier did beside plain selling. */
    REPORT_EXCEPTIONS,
    READ_JOURNAL,
    /** Takes customers in, finds and changes them. */
    KEEP_CUSTOMERS,
    /** Tells customers what the shop knows of them, and erases it. */
    ERASE_CUSTOMERS,
    IMPORT_ITEMS,
    KEEP_USERS,
    /** Gives the vault another secret. */
    KEEP_VAULT,
    APPROVE_BUNDLES
}
