package org.sekisho.gate.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.operate.DocumentVersion;
import org.sekisho.gate.refusal.BelowThreshold;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.RolledBack;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.WrongDigest;
import org.sekisho.gate.tuf.Digests;
import org.sekisho.gate.tuf.SignedDocument;

/**
 * What this shop added to the register: {@code approvals.json} in the home. Each approval carries the signatures of those who gave
 * it; the whole is signed once more by whoever changed it last, so that none can be dropped or brought back.
 *
 * @param file its version, which rises with each change, and digest
 * @param epoch the integrator's, in which these count
 */
public record Approvals(DocumentVersion file, long epoch, List<Approval> approved) {

    public static final String NAME = "approvals.json";
    public static final String TYPE = "approvals";

    /** While this shop has let nothing in since that epoch began. */
    public static Approvals none(long epoch) {
        return new Approvals(DocumentVersion.NONE, epoch, List.of());
    }

    public Approvals {
        approved = List.copyOf(approved);
    }

    /**
     * @param seen what this shop has run by
     * @throws TrustRefusal when too few approvers signed it, it is older than what was seen or another of that version, or the integrator let
     *     the shop begin anew since
     */
    public static Approvals read(byte[] bytes, Approvers approvers, DocumentVersion seen) throws TrustRefusal {
        SignedDocument document = SignedDocument.of(NAME, StrictJson.read(NAME, bytes, Allowlist.LONGEST), TYPE);
        if (epochOf(document.signed()) != approvers.epoch()) {
            throw new MalformedDocument(NAME, "the integrator let this shop begin anew");
        }
        int signers = approvers.signersOf(document).size();
        if (signers < approvers.keys().threshold()) {
            throw new BelowThreshold(NAME, signers, approvers.keys().threshold());
        }
        DocumentVersion file = new DocumentVersion(document.signed().number("version"), Digests.sha256(bytes));
        requireNotBehind(file, seen);
        List<Approval> approved = new ArrayList<>();
        for (Fields envelope : document.signed().objects("approved")) {
            approved.add(Approval.read(envelope, approvers));
        }
        return new Approvals(file, approvers.epoch(), approved);
    }

    private static void requireNotBehind(DocumentVersion file, DocumentVersion seen) throws TrustRefusal {
        if (file.version() < seen.version()) {
            throw new RolledBack(NAME, file.version(), seen.version());
        }
        if (file.isBehind(seen)) {
            throw WrongDigest.document(NAME, seen.sha256(), file.sha256());
        }
    }

    private static long epochOf(Fields signed) throws MalformedDocument {
        return signed.has("epoch") ? signed.number("epoch") : 0;
    }

    /** Rises with each change. */
    public long version() {
        return file.version();
    }

    /** Who let this bundle in: the approval of this very bundle before one of a predecessor, more people before fewer. */
    public Optional<Approval> of(AllowlistEntry entry) {
        return approved.stream()
                .filter(approval -> approval.covers(entry))
                .max(Comparator.<Approval, Boolean>comparing(approval -> approval.suffices(entry))
                        .thenComparing(approval -> approval.sha256().equals(entry.sha256()))
                        .thenComparing(approval -> approval.signers().size()));
    }

    /** Whether enough people let this bundle in. */
    public boolean letIn(AllowlistEntry entry) {
        return of(entry).filter(approval -> approval.suffices(entry)).isPresent();
    }

    /** The approval of another version of this bundle, of which this one wants more than was approved. */
    public Optional<Approval> ofPredecessor(AllowlistEntry entry) {
        return approved.stream()
                .filter(approval -> approval.isOfTheSame(entry)
                        && !approval.covers(entry)
                        && !approval.lacks(entry).isEmpty())
                .findFirst();
    }

    /** These and one more, in place of an earlier one of the same bundle, as a file that these people signed. */
    public byte[] with(AllowlistEntry entry, SigningPeople people, Instant time) {
        List<Object> envelopes = new ArrayList<>();
        approved.stream()
                .filter(approval -> !approval.sha256().equals(entry.sha256()))
                .forEach(approval -> envelopes.add(approval.envelope()));
        envelopes.add(people.envelope(Approval.signed(entry, time)));
        return file(envelopes, people);
    }

    /** These without any of a bundle's name, as a file that these people signed. */
    public byte[] without(String symbolicName, SigningPeople people) {
        List<Object> envelopes = new ArrayList<>();
        approved.stream()
                .filter(approval -> !approval.symbolicName().equals(symbolicName))
                .forEach(approval -> envelopes.add(approval.envelope()));
        return file(envelopes, people);
    }

    private byte[] file(List<Object> envelopes, SigningPeople people) {
        return people.sign(Map.of("_type", TYPE, "version", version() + 1, "epoch", epoch, "approved", envelopes));
    }

    /** How many people's signatures a bundle needs: two for one of red powers. */
    public static int needed(AllowlistEntry entry) {
        return entry.isRed() ? 2 : 1;
    }
}
