package org.sekisho.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What somebody is in the shop. */
public enum Role {
    CASHIER(EnumSet.of(Permission.SELL)),
    SUPERVISOR(EnumSet.of(
            Permission.SELL,
            Permission.DISCOUNT,
            Permission.OVERRIDE_PRICE,
            Permission.NO_SALE,
            Permission.REPORT_X,
            Permission.READ_JOURNAL)),
    MANAGER(EnumSet.allOf(Permission.class)),
    AUDITOR(EnumSet.of(Permission.REPORT_X, Permission.READ_JOURNAL));

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf makes it so
    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
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
