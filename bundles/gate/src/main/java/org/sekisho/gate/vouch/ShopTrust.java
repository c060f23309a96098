package org.sekisho.gate.vouch;

import java.util.List;
import java.util.Optional;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.refusal.ApprovalsLocked;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.trust.Approvals;
import org.sekisho.gate.trust.Approvers;
import org.sekisho.gate.trust.ShopApprovers;

/**
 * What a shop signed itself, as far as it holds.
 *
 * @param approvers where the chain does not hold, only those whom the integrator names
 * @param approvals where they do not hold, none
 * @param refusals why something does not hold
 * @param lost the refusal of what this shop ran by before
 * @param seen what this shop has run by, in this epoch
 */
public record ShopTrust(
        ShopApprovers approvers,
        Approvals approvals,
        List<TrustRefusal> refusals,
        Optional<TrustRefusal> lost,
        ShopVersions seen) {

    public ShopTrust {
        refusals = List.copyOf(refusals);
    }

    /** Before a shop signed anything. */
    static ShopTrust none(Approvers integrators) {
        return new ShopTrust(
                ShopApprovers.none(integrators),
                Approvals.none(integrators.epoch()),
                List.of(),
                Optional.empty(),
                ShopVersions.NONE.in(integrators.epoch()));
    }

    /** By which of its documents it runs. */
    public ShopVersions versions() {
        return new ShopVersions(approvals.epoch(), approvers.newest(), approvals.file());
    }

    /** What is to be remembered of it: never less than before. */
    ShopVersions memory() {
        return versions().max(seen);
    }

    /** Whether it is, or follows, what was seen elsewhere. */
    boolean follows(ShopVersions others) {
        ShopVersions known = others.in(approvals.epoch());
        long version = known.approvers().version();
        return known.epoch() == approvals.epoch()
                && !approvals.file().isBehind(known.approvals())
                && version <= approvers.version()
                && (version == 0
                        || !known.approvers().differs(approvers.digests().get((int) version - 1)));
    }

    /** @throws ApprovalsLocked when something is lost: the next change would be the end of it */
    void requireWhole() throws ApprovalsLocked {
        if (lost.isPresent()) {
            throw new ApprovalsLocked(lost.get());
        }
    }
}
