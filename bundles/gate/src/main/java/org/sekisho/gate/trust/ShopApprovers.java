package org.sekisho.gate.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.operate.DocumentVersion;
import org.sekisho.gate.refusal.BelowThreshold;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.RolledBack;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.WrongDigest;
import org.sekisho.gate.refusal.WrongVersion;
import org.sekisho.gate.tuf.Digests;
import org.sekisho.gate.tuf.SignedDocument;

/**
 * The managers of this shop who may add a bundle: {@code approvers/1.json}, {@code 2.json} … in the home. The first version is signed by
 * whom the integrator names, or, where that is nobody, by its own people; every later one by approvers of the version before. As many sign as the
 * integrator asks for. So only existing approvers change who approves.
 *
 * @param digests of the versions from the first on; empty while the shop has named nobody
 * @param approvers the integrator's and the shop's own
 * @param own the shop's own, as the newest version names them
 */
public record ShopApprovers(List<String> digests, Approvers approvers, List<Object> own) {

    public static final String TYPE = "approvers";

    public ShopApprovers {
        digests = List.copyOf(digests);
        own = List.copyOf(own);
    }

    /** Of the newest; zero while the shop has named nobody. */
    public long version() {
        return digests.size();
    }

    /** The newest of these. */
    public DocumentVersion newest() {
        return digests.isEmpty()
                ? DocumentVersion.NONE
                : new DocumentVersion(version(), digests.get(digests.size() - 1));
    }

    /** While the shop has named nobody: whom the integrator names. */
    public static ShopApprovers none(Approvers integrators) {
        return new ShopApprovers(List.of(), integrators, List.of());
    }

    /**
     * @param chain the versions from the first on, as they lie in the home
     * @param integrators whom the integrator names, and the epoch in which a shop's own count
     * @param seen what this shop has run by in this epoch: these must be the same, or follow it
     */
    public static ShopApprovers read(List<byte[]> chain, Approvers integrators, DocumentVersion seen)
            throws TrustRefusal {
        ShopApprovers now = none(integrators);
        for (byte[] bytes : chain) {
            now = now.successor(bytes, integrators);
        }
        if (now.version() < seen.version()) {
            throw new RolledBack(Approvers.NAME, now.version(), seen.version());
        }
        if (seen.version() > 0) {
            String found = now.digests.get((int) seen.version() - 1);
            if (seen.differs(found)) {
                throw WrongDigest.document(Approvers.NAME, seen.sha256(), found);
            }
        }
        return now;
    }

    private ShopApprovers successor(byte[] bytes, Approvers integrators) throws TrustRefusal {
        SignedDocument document =
                SignedDocument.of(Approvers.NAME, StrictJson.read(Approvers.NAME, bytes, Allowlist.LONGEST), TYPE);
        long next = document.signed().number("version");
        if (next != version() + 1) {
            throw new WrongVersion(Approvers.NAME, version() + 1, next);
        }
        if (document.signed().number("epoch") != integrators.epoch()) {
            throw new MalformedDocument(Approvers.NAME, "the integrator let this shop begin anew");
        }
        Approvers named = integrators.and(Approvers.of(document.signed(), integrators.epoch()));
        Approvers whoMay = approvers.names().isEmpty() ? named : approvers;
        int signers = whoMay.signersOf(document).size();
        if (signers < integrators.keys().threshold()) {
            throw new BelowThreshold(Approvers.NAME, signers, integrators.keys().threshold());
        }
        List<Object> own = document.signed().objects("approvers").stream()
                .<Object>map(Fields::asMap)
                .toList();
        List<String> all = new ArrayList<>(digests);
        all.add(Digests.sha256(bytes));
        return new ShopApprovers(all, named, own);
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
                version() + 1,
                "epoch",
                approvers.epoch(),
                "threshold",
                approvers.keys().threshold(),
                "approvers",
                all));
    }
}
