package org.sekisho.identity;

/** What a role may do. */
public enum Permission {
    SELL,
    DISCOUNT,
    OVERRIDE_PRICE,
    NO_SALE,
    RETURN,
    REPORT_X,
    REPORT_Z,
    READ_JOURNAL,
    IMPORT_ITEMS,
    KEEP_USERS,
    APPROVE_BUNDLES
}
