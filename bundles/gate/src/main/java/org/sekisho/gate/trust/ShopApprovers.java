package org.sekisho.gate.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.BelowThreshold;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.RolledBack;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.WrongVersion;
import org.sekisho.gate.tuf.SignedDocument;

/**
 * The managers of this shop who may add a bundle: {@code approvers/1.json}, {@code 2.json} … in the home. The first version is signed by
 * its own people; every later one by somebody of the version before, or whom the integrator names. So only existing approvers change who
 * approves.
 *
 * @param version of the newest; zero while the shop has named nobody
 * @param approvers the integrator's and the shop's own
 * @param own the shop's own, as the newest version names them
 */
public record ShopApprovers(long version, Approvers approvers, List<Object> own) {

    public static final String TYPE = "approvers";

    public ShopApprovers {
        own = List.copyOf(own);
    }

    /** While the shop has named nobody: whom the integrator names. */
    public static ShopApprovers none(Approvers integrators) {
        return new ShopApprovers(0, integrators, List.of());
    }

    /**
     * @param chain the versions from the first on, as they lie in the home
     * @param integrators whom the integrator names, and the epoch in which a shop's own count
     * @param seen the highest version that this home has run in this epoch
     */
    public static ShopApprovers read(List<byte[]> chain, Approvers integrators, long seen) throws TrustRefusal {
        ShopApprovers now = none(integrators);
        for (byte[] bytes : chain) {
            now = now.successor(bytes, integrators);
        }
        if (now.version < seen) {
            throw new RolledBack(Approvers.NAME, now.version, seen);
        }
        return now;
    }

    private ShopApprovers successor(byte[] bytes, Approvers integrators) throws TrustRefusal {
        SignedDocument document =
                SignedDocument.of(Approvers.NAME, StrictJson.read(Approvers.NAME, bytes, Allowlist.LONGEST), TYPE);
        long next = document.signed().number("version");
        if (next != version + 1) {
            throw new WrongVersion(Approvers.NAME, version + 1, next);
        }
        if (document.signed().number("epoch") != integrators.epoch()) {
            throw new MalformedDocument(Approvers.NAME, "the integrator let this shop begin anew");
        }
        Approvers named = integrators.and(Approvers.of(document.signed(), integrators.epoch()));
        Approvers whoMay = version == 0 ? named : approvers;
        if (whoMay.signersOf(document).isEmpty()) {
            throw new BelowThreshold(Approvers.NAME, 0, 1);
        }
        List<Object> own = document.signed().objects("approvers").stream()
                .<Object>map(Fields::asMap)
                .toList();
        return new ShopApprovers(next, named, own);
    }

    /** The next version as a file: these and whoever of these people is new, signed by all of them. */
    public byte[] with(SigningPeople people) {
        List<Object> all = new ArrayList<>(own);
        people.entries().stream()
                .filter(entry -> own.stream().noneMatch(entry::equals))
                .forEach(all::add);
        return people.sign(Map.of(
                "_type",
                TYPE,
                "version",
                version + 1,
                "epoch",
                approvers.epoch(),
                "threshold",
                approvers.keys().threshold(),
                "approvers",
                all));
    }
}
