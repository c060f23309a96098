package org.sekisho.identity;

/**
 * Somebody with a name at this register.
 *
 * @param name unique; normalised, lower-case letters of any script, digits, dot, dash
 * @param role what they are in the shop
 * @param rights what that role may do in this shop
 * @param mustChangePassword whether their password is a one-time one, or has expired
 * @param retired whether they may no longer sign on
 */
public record Operator(String name, Role role, Rights rights, boolean mustChangePassword, boolean retired) {

    /** With the rights that the role comes with. */
    public Operator(String name, Role role, boolean mustChangePassword, boolean retired) {
        this(name, role, role.rights(), mustChangePassword, retired);
    }

    /** Whether they may do that now. */
    public boolean may(Permission permission) {
        return isThere() && rights.permissions().contains(permission);
    }

    /** Whether they may let somebody else do that now. */
    public boolean mayApprove(Permission permission) {
        return isThere() && rights.approvals().contains(permission);
    }

    private boolean isThere() {
        return !mustChangePassword && !retired;
    }
}
