package org.sekisho.gate.trust;

import java.util.List;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.tuf.VerifiedRepository;

/** One generation of verified documents, read: what the integrator says may run. */
public record TrustedLists(
        VerifiedRepository repository,
        Allowlist allowlist,
        Assembly assembly,
        Revocations revocations,
        Approvers approvers) {

    /** The small targets that every repository has. */
    public static final List<String> NAMES = List.of(Allowlist.NAME, Assembly.NAME, Revocations.NAME, Approvers.NAME);

    /** @throws TrustRefusal when a document is signed but does not read */
    public static TrustedLists of(VerifiedRepository repository) throws TrustRefusal {
        return new TrustedLists(
                repository,
                Allowlist.read(repository.document(Allowlist.NAME)),
                Assembly.read(repository.document(Assembly.NAME)),
                Revocations.read(repository.document(Revocations.NAME)),
                Approvers.read(repository.document(Approvers.NAME)));
    }
}
