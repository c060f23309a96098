package org.sekisho.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What somebody is in the shop: what they may do, what they may let others do, and how far they go alone. */
public enum Role {
    CASHIER(EnumSet.of(Permission.SELL), Set.of(), 0, 0),
    SUPERVISOR(
            EnumSet.of(
                    Permission.SELL,
                    Permission.DISCOUNT,
                    Permission.OVERRIDE_PRICE,
                    Permission.NO_SALE,
                    Permission.RETURN,
                    Permission.REFUND_OTHER_TENDER,
                    Permission.MOVE_CASH,
                    Permission.APPROVE_DIFFERENCE,
                    Permission.RETURN_WITHOUT_RECEIPT,
                    Permission.POST_VOID,
                    Permission.REPRINT,
                    Permission.REPORT_X,
                    Permission.KEEP_CUSTOMERS,
                    Permission.READ_JOURNAL),
            EnumSet.of(
                    Permission.DISCOUNT,
                    Permission.OVERRIDE_PRICE,
                    Permission.NO_SALE,
                    Permission.RETURN,
                    Permission.REFUND_OTHER_TENDER,
                    Permission.MOVE_CASH,
                    Permission.APPROVE_DIFFERENCE,
                    Permission.RETURN_WITHOUT_RECEIPT,
                    Permission.POST_VOID,
                    Permission.REPRINT),
            50,
            10_000),
    MANAGER(
            EnumSet.allOf(Permission.class),
            EnumSet.of(
                    Permission.DISCOUNT,
                    Permission.OVERRIDE_PRICE,
                    Permission.NO_SALE,
                    Permission.RETURN,
                    Permission.REFUND_OTHER_TENDER,
                    Permission.MOVE_CASH,
                    Permission.APPROVE_DIFFERENCE,
                    Permission.RETURN_WITHOUT_RECEIPT,
                    Permission.POST_VOID,
                    Permission.REPRINT),
            100,
            Long.MAX_VALUE),
    AUDITOR(EnumSet.of(Permission.REPORT_X, Permission.REPORT_EXCEPTIONS, Permission.READ_JOURNAL), Set.of(), 0, 0);

    @SuppressWarnings("ImmutableEnumChecker") // its sets are copies
    private final Rights rights;

    Role(Set<Permission> permissions, Set<Permission> approvals, int mostOff, long mostUnreceipted) {
        rights = new Rights(permissions, approvals, mostOff, mostUnreceipted);
    }

    /** What it comes with; a shop may have changed that ({@link RoleRights}). The limit for goods without a receipt is ¥10,000 or €100.00. */
    public Rights rights() {
        return rights;
    }

    /** The word of commands and screens: {@code cashier}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The role that a word names.
     *
     * @throws IllegalArgumentException when there is no such role
     */
    public static Role ofWord(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException("no such role: " + word + " (cashier, supervisor, manager or auditor)");
    }
}
