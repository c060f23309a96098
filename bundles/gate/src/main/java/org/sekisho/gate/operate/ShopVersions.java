package org.sekisho.gate.operate;

/**
 * The documents that a shop signs itself.
 *
 * @param epoch the integrator's, in which the others count
 * @param approvers the newest list of approvers
 * @param approvals what the shop let in
 */
public record ShopVersions(long epoch, DocumentVersion approvers, DocumentVersion approvals) {

    public static final ShopVersions NONE = new ShopVersions(0, DocumentVersion.NONE, DocumentVersion.NONE);

    /** What of these counts in an epoch: nothing of an earlier one. */
    public ShopVersions in(long now) {
        return epoch >= now ? this : new ShopVersions(now, DocumentVersion.NONE, DocumentVersion.NONE);
    }

    /** The later of each. */
    public ShopVersions max(ShopVersions other) {
        ShopVersions mine = in(other.epoch);
        ShopVersions others = other.in(epoch);
        return new ShopVersions(mine.epoch, mine.approvers.max(others.approvers), mine.approvals.max(others.approvals));
    }

    /** Whether any of these is older than it was, or another one of the same version. */
    public boolean isBehind(ShopVersions other) {
        return epoch < other.epoch
                || (epoch == other.epoch
                        && (approvers.isBehind(other.approvers) || approvals.isBehind(other.approvals)));
    }
}
