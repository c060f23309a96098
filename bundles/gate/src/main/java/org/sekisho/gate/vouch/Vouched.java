package org.sekisho.gate.vouch;

import java.util.List;
import java.util.Optional;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.trust.Approvals;
import org.sekisho.gate.trust.ShopApprovers;
import org.sekisho.gate.trust.TrustedLists;
import org.sekisho.gate.view.TrustAge;

/**
 * All that would run here, verified.
 *
 * @param updated whether the lists came by an update rather than with the register
 * @param age of the lists, at the time of looking
 * @param bundles in the order in which they start
 * @param fallbacks of what the shop added, for what does not come up
 * @param refused what would not, though somebody put it there
 */
public record Vouched(
        TrustedLists lists,
        boolean updated,
        ShopApprovers approvers,
        Approvals approvals,
        TrustAge age,
        List<VerifiedBundle> bundles,
        Fallbacks fallbacks,
        List<Refused> refused) {

    public Vouched {
        bundles = List.copyOf(bundles);
        refused = List.copyOf(refused);
    }

    /** What the home is to remember once this has run well. */
    public TrustStore.Memory memory() {
        return new TrustStore.Memory(
                lists.repository().generation(),
                updated,
                lists.repository().versions(),
                approvals.version(),
                approvers.approvers().epoch(),
                approvers.version());
    }

    /** The bundle of these bytes, if it is among those that run. */
    public Optional<VerifiedBundle> bundle(String sha256) {
        return bundles.stream()
                .filter(bundle -> bundle.entry().sha256().equals(sha256))
                .findFirst();
    }
}
