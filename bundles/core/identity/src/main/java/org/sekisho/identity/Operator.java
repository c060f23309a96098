package org.sekisho.identity;

/**
 * Somebody with a name at this register.
 *
 * @param name unique; normalised, lower-case letters of any script, digits, dot, dash
 * @param role what they may do
 * @param mustChangePassword whether their password is a one-time one, or has expired
 * @param retired whether they may no longer sign on
 */
public record Operator(String name, Role role, boolean mustChangePassword, boolean retired) {

    /** Whether they may do that now. */
    public boolean may(Permission permission) {
        return !mustChangePassword && !retired && role.permissions().contains(permission);
    }
}
