package org.sekisho.gate.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.BelowThreshold;
import org.sekisho.gate.refusal.RolledBack;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.tuf.SignedDocument;

/**
 * What this shop added to the register: {@code approvals.json} in the home. Each approval carries the signatures of those who gave
 * it; the whole is signed once more by whoever changed it last, so that none can be dropped or brought back.
 *
 * @param version rises with each change; zero when there is no such file
 */
public record Approvals(long version, List<Approval> approved) {

    public static final String NAME = "approvals.json";
    public static final String TYPE = "approvals";
    public static final Approvals NONE = new Approvals(0, List.of());

    public Approvals {
        approved = List.copyOf(approved);
    }

    /**
     * @param seen the highest version that this home has run
     * @throws TrustRefusal when too few approvers signed it, or it is older than one that was seen
     */
    public static Approvals read(byte[] bytes, Approvers approvers, long seen) throws TrustRefusal {
        SignedDocument document = SignedDocument.of(NAME, StrictJson.read(NAME, bytes, Allowlist.LONGEST), TYPE);
        int signers = approvers.signersOf(document).size();
        if (signers < approvers.keys().threshold()) {
            throw new BelowThreshold(NAME, signers, approvers.keys().threshold());
        }
        long version = document.signed().number("version");
        if (version < seen) {
            throw new RolledBack(NAME, version, seen);
        }
        List<Approval> approved = new ArrayList<>();
        for (Fields envelope : document.signed().objects("approved")) {
            approved.add(Approval.read(envelope, approvers));
        }
        return new Approvals(version, approved);
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
                .filter(approval -> approval.isOfTheSame(entry) && !approval.covers(entry))
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
        return people.sign(Map.of("_type", TYPE, "version", version + 1, "approved", envelopes));
    }

    /** How many people's signatures a bundle needs: two for one of red powers. */
    public static int needed(AllowlistEntry entry) {
        return entry.isRed() ? 2 : 1;
    }
}
