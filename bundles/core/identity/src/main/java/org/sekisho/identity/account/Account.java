package org.sekisho.identity.account;

import java.time.Instant;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.identity.Rights;
import org.sekisho.identity.Role;
import org.sekisho.identity.password.Profile;

/**
 * One operator as the database holds them.
 *
 * @param rights of the role, in this shop
 * @param stored the password under the scheme
 * @param oneTime whether that is a one-time password
 * @param changed when it was set
 * @param lockedUntil the epoch when not locked
 */
record Account(
        String name,
        Role role,
        Rights rights,
        String stored,
        boolean oneTime,
        Instant changed,
        Instant lockedUntil,
        boolean retired) {

    Operator operator(Profile profile, Instant now) {
        boolean expired =
                profile.life().map(life -> changed.plus(life).isBefore(now)).orElse(false);
        return new Operator(name, role, rights, oneTime || expired, retired);
    }

    /** Whether they can manage: everything else can be given by who keeps the operators. */
    boolean manages() {
        return !retired && rights.permissions().contains(Permission.KEEP_USERS);
    }

    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
