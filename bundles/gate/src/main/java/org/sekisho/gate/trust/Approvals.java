package org.sekisho.gate.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.BelowThreshold;
import org.sekisho.gate.refusal.RolledBack;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.tuf.SignedDocument;

/**
 * What this shop added to the register, as its approvers signed it: {@code approvals.json} in the home.
 *
 * @param version rises with each change; zero when there is no such file
 * @param signers the names of those whose signature holds, which are believed rather than the names in the document
 */
public record Approvals(long version, List<String> approved, Set<String> signers) {

    public static final String NAME = "approvals.json";
    public static final Approvals NONE = new Approvals(0, List.of(), Set.of());

    public Approvals {
        approved = List.copyOf(approved);
        signers = Set.copyOf(signers);
    }

    /**
     * @param seen the highest version that this home has run
     * @throws TrustRefusal when too few approvers signed it, or it is older than one that was seen
     */
    public static Approvals read(byte[] bytes, Approvers approvers, long seen) throws TrustRefusal {
        SignedDocument document = SignedDocument.read(NAME, bytes, Allowlist.LONGEST, "approvals");
        var signers = approvers.keys().signersOf(document);
        if (signers.size() < approvers.keys().threshold()) {
            throw new BelowThreshold(NAME, signers.size(), approvers.keys().threshold());
        }
        long version = document.signed().number("version");
        if (version < seen) {
            throw new RolledBack(NAME, version, seen);
        }
        List<String> approved = new ArrayList<>();
        for (Fields fields : document.signed().objects("approved")) {
            approved.add(fields.sha256("sha256"));
        }
        return new Approvals(
                version,
                approved.stream().distinct().toList(),
                Set.copyOf(
                        signers.stream().map(approvers.names()::get).distinct().toList()));
    }

    /** How many people's signatures a bundle needs: two for one of red powers. */
    public static int needed(AllowlistEntry entry) {
        return entry.isRed() ? 2 : 1;
    }
}
