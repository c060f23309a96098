package org.sekisho.identity;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is to be other in the rights of a role.
 *
 * @param allow what they may do from now on
 * @param deny what they may do no more
 * @param approve what they may let others do from now on
 * @param approveNoMore what they may let others do no more
 * @param mostOff in percent; empty for what it is
 * @param mostUnreceipted in minor units; empty for what it is
 */
public record RightsChange(
        Set<Permission> allow,
        Set<Permission> deny,
        Set<Permission> approve,
        Set<Permission> approveNoMore,
        OptionalInt mostOff,
        OptionalLong mostUnreceipted) {

    public RightsChange {
        allow = Set.copyOf(allow);
        deny = Set.copyOf(deny);
        approve = Set.copyOf(approve);
        approveNoMore = Set.copyOf(approveNoMore);
    }

    /** Those rights with this change. */
    public Rights of(Rights before) {
        return new Rights(
                changed(before.permissions(), allow, deny),
                changed(before.approvals(), approve, approveNoMore),
                mostOff.orElse(before.mostOff()),
                mostUnreceipted.orElse(before.mostUnreceipted()));
    }

    private static Set<Permission> changed(Set<Permission> before, Set<Permission> more, Set<Permission> less) {
        Set<Permission> after = new HashSet<>(before);
        after.addAll(more);
        after.removeAll(less);
        return after;
    }
}
