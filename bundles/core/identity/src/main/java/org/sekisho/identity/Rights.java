package org.sekisho.identity;

import java.util.Set;

/**
 * What a role may do, may let others do, and how far it goes alone.
 *
 * @param approvals what they may let somebody else do, as the second person
 * @param mostOff how much of a price they may take off, and let others take off, in percent
 * @param mostUnreceipted how much they may pay back for goods without a receipt in one sale, and let others pay back, in minor units
 */
public record Rights(Set<Permission> permissions, Set<Permission> approvals, int mostOff, long mostUnreceipted) {

    public Rights {
        permissions = Set.copyOf(permissions);
        approvals = Set.copyOf(approvals);
    }
}
