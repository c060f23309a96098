package org.sekisho.gate.trust;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Version;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.tuf.SignedDocument;

/**
 * One bundle that people of this shop let in, with what it could do then. It also lets in what the integrator lists as its successor,
 * as long as that wants nothing more.
 *
 * @param sha256 of the bundle that they saw
 * @param version of the bundle; nothing older succeeds it
 * @param publisherSpkiSha256 the digest of its signer's public key
 * @param powers it had
 * @param signers the names of those whose signature on this approval holds
 * @param envelope as it was read
 */
public record Approval(
        String sha256,
        String symbolicName,
        String version,
        String publisherSpkiSha256,
        List<String> powers,
        Set<String> signers,
        Map<String, Object> envelope) {

    static final String TYPE = "approval";

    public Approval {
        powers = List.copyOf(powers);
        signers = Set.copyOf(signers);
        envelope = Map.copyOf(envelope);
    }

    /** What people sign who let a bundle in. */
    static Map<String, Object> signed(AllowlistEntry entry, Instant time) {
        return Map.of(
                "_type",
                TYPE,
                "sha256",
                entry.sha256(),
                "symbolicName",
                entry.symbolicName(),
                "version",
                entry.version(),
                "publisher",
                entry.publisherSpkiSha256(),
                "powers",
                entry.powers(),
                "time",
                time.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** One that fewer than one known approver signed has no signers; it is told, not skipped. */
    static Approval read(Fields envelope, Approvers approvers) throws MalformedDocument {
        SignedDocument document = SignedDocument.of(Approvals.NAME, envelope, TYPE);
        Fields signed = document.signed();
        return new Approval(
                signed.sha256("sha256"),
                Form.SYMBOLIC_NAME.of(Approvals.NAME, signed, "symbolicName"),
                Form.VERSION.of(Approvals.NAME, signed, "version"),
                signed.sha256("publisher"),
                List.copyOf(Form.SYMBOLIC_NAME.all(Approvals.NAME, signed, "powers")),
                approvers.signersOf(document),
                envelope.asMap());
    }

    /** Whether these people saw this very bundle, or one that it succeeds without wanting more. */
    boolean covers(AllowlistEntry entry) {
        return entry.sha256().equals(sha256)
                || (isOfTheSame(entry) && !isOlder(entry) && powers.containsAll(entry.powers()));
    }

    /** Whether it comes before the version that these people saw, by OSGi's order: what was mended since would be open again. */
    private boolean isOlder(AllowlistEntry entry) {
        return Version.parseVersion(entry.version()).compareTo(Version.parseVersion(version)) < 0;
    }

    /** Whether it is another version of what these people saw, by the publisher they saw or one who took over from it. */
    boolean isOfTheSame(AllowlistEntry entry) {
        return entry.symbolicName().equals(symbolicName)
                && (entry.publisherSpkiSha256().equals(publisherSpkiSha256)
                        || entry.lineage().contains(publisherSpkiSha256));
    }

    /** The powers that a bundle has beyond what was approved. */
    public List<String> lacks(AllowlistEntry entry) {
        return entry.powers().stream().filter(power -> !powers.contains(power)).toList();
    }

    /** Whether enough people signed for what this bundle may do. */
    public boolean suffices(AllowlistEntry entry) {
        return signers.size() >= Approvals.needed(entry);
    }
}
