package org.sekisho.gate.vouch;

import java.util.List;
import java.util.Optional;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.refusal.RolledBack;
import org.sekisho.gate.trust.Approvals;
import org.sekisho.gate.trust.ShopApprovers;
import org.sekisho.gate.trust.TrustedLists;
import org.sekisho.gate.tuf.Versions;
import org.sekisho.gate.view.TrustAge;

/**
 * All that would run here, verified.
 *
 * @param updated whether the lists came by an update rather than with the register
 * @param seen the highest versions of the lists that this home has run: above these, where it had to go back to older ones
 * @param shop what the shop signed itself
 * @param age of the lists, at the time of looking
 * @param bundles in the order in which they start
 * @param fallbacks of what the shop added, for what does not come up
 * @param refused what would not, though somebody put it there
 */
public record Vouched(
        TrustedLists lists,
        boolean updated,
        Versions seen,
        ShopTrust shop,
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
                lists.repository().generation(), updated, lists.repository().versions(), shop.memory());
    }

    /** @throws RolledBack when this home has run by newer lists, which it lost: by older ones nothing is let in */
    void requireNewest() throws RolledBack {
        Versions now = lists.repository().versions();
        if (now.targets() < seen.targets()) {
            throw new RolledBack("targets.json", now.targets(), seen.targets());
        }
        if (!now.isAtLeast(seen)) {
            throw new RolledBack("timestamp.json", now.timestamp(), seen.timestamp());
        }
    }

    /** The register itself, where the shop's documents turn out to be these. */
    Vouched withoutAdditions(ShopTrust documents) {
        List<VerifiedBundle> register =
                bundles.stream().filter(VerifiedBundle::belongsToRegister).toList();
        return new Vouched(lists, updated, seen, documents, age, register, Fallbacks.NONE, refused);
    }

    /** Whom the integrator and the shop let approve. */
    public ShopApprovers approvers() {
        return shop.approvers();
    }

    /** What the shop let in. */
    public Approvals approvals() {
        return shop.approvals();
    }

    /** The bundle of these bytes, if it is among those that run. */
    public Optional<VerifiedBundle> bundle(String sha256) {
        return bundles.stream()
                .filter(bundle -> bundle.entry().sha256().equals(sha256))
                .findFirst();
    }
}
