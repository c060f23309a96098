package org.sekisho.identity;

/**
 * Somebody with a name at this register.
 *
 * @param name unique; lower-case letters, digits, dot, dash
 * @param role what they may do
 * @param mustChangePassword whether their password is a one-time one
 * @param retired whether they may no longer sign on
 */
public record Operator(String name, Role role, boolean mustChangePassword, boolean retired) {

    /** Whether they may do that now. */
    public boolean may(Permission permission) {
        return !mustChangePassword && !retired && role.permissions().contains(permission);
    }
}
