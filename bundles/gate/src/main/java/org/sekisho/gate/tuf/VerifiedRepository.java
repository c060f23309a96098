package org.sekisho.gate.tuf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.gate.refusal.Expired;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.MissingFile;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.view.TrustAge;

/**
 * A repository of which every byte was verified; only {@link RepositoryClient} makes one.
 *
 * <p>It may be out of date: whoever installs by it calls {@link #requireFresh}, whoever runs by it need not.
 */
public final class VerifiedRepository {

    private final Root root;
    private final Metadata timestamp;
    private final Metadata snapshot;
    private final Targets targets;
    private final Fetcher targetFiles;
    private final Optional<Instant> signedAt;
    private final Map<String, byte[]> documents;
    private final Map<String, byte[]> received;

    VerifiedRepository(
            Root root,
            Metadata timestamp,
            Metadata snapshot,
            Targets targets,
            Fetcher targetFiles,
            Map<String, byte[]> documents,
            Map<String, byte[]> received)
            throws MalformedDocument {
        this.signedAt = timestamp.time();
        this.root = root;
        this.timestamp = timestamp;
        this.snapshot = snapshot;
        this.targets = targets;
        this.targetFiles = targetFiles;
        this.documents = Map.copyOf(documents);
        this.received = Map.copyOf(received);
    }

    public boolean isDevelopment() {
        return root.development();
    }

    public Versions versions() {
        return new Versions(
                root.version(),
                timestamp.version(),
                snapshot.version(),
                targets.metadata().version());
    }

    /** A small target, such as {@code allowlist.json}. */
    public byte[] document(String name) throws MissingFile {
        byte[] bytes = documents.get(name);
        if (bytes == null) {
            throw MissingFile.document(name);
        }
        return bytes;
    }

    /** The names of all targets, small and large. */
    public Set<String> targets() {
        return targets.names();
    }

    /**
     * Copies a target of any size from where the repository came from, and checks its length and digest on the way. What was
     * written is worth nothing before this returns.
     *
     * @throws MissingFile when no such target is listed, or it is not there
     * @throws org.sekisho.gate.refusal.WrongDigest when it is not the file that was listed
     * @throws IOException when the repository is out of reach, or {@code to} fails
     */
    public void fetch(String target, OutputStream to) throws TrustRefusal, IOException {
        targets.fetch(target, targetFiles, to);
    }

    /** All files of this generation, by their paths in the repository, byte for byte as received. */
    public Map<String, byte[]> received() {
        return received;
    }

    /** Changes with every publication: the digest of the time-stamp. */
    public String generation() {
        return Digests.sha256(received.get(RepositoryClient.TIMESTAMP));
    }

    /** What two people compare over the phone: changes with every publication. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(received.get(RepositoryClient.TIMESTAMP));
    }

    /** When the time-stamp was signed, by the clock of who signed it; empty where it does not say. */
    public Optional<Instant> signedAt() {
        return signedAt;
    }

    public TrustAge age(Instant now) {
        if (root.metadata().isExpired(now)) {
            return TrustAge.ROOT_EXPIRED;
        }
        if (targets.metadata().isExpired(now) || snapshot.isExpired(now)) {
            return TrustAge.LISTS_EXPIRED;
        }
        return timestamp.isExpired(now) ? TrustAge.TIMESTAMP_EXPIRED : TrustAge.FRESH;
    }

    /** @throws Expired when something is too old to install by; never a reason to stop running */
    public void requireFresh(Instant now) throws Expired {
        for (Metadata metadata : new Metadata[] {root.metadata(), targets.metadata(), snapshot, timestamp}) {
            metadata.requireFresh(now);
        }
    }
}
