package org.sekisho.gate.tuf;

import java.time.Instant;
import java.util.Map;
import org.sekisho.gate.refusal.Expired;
import org.sekisho.gate.refusal.MissingFile;
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
    private final Metadata targets;
    private final Map<String, byte[]> documents;
    private final Map<String, byte[]> received;

    VerifiedRepository(
            Root root,
            Metadata timestamp,
            Metadata snapshot,
            Metadata targets,
            Map<String, byte[]> documents,
            Map<String, byte[]> received) {
        this.root = root;
        this.timestamp = timestamp;
        this.snapshot = snapshot;
        this.targets = targets;
        this.documents = Map.copyOf(documents);
        this.received = Map.copyOf(received);
    }

    public boolean isDevelopment() {
        return root.development();
    }

    public Versions versions() {
        return new Versions(root.version(), timestamp.version(), snapshot.version(), targets.version());
    }

    /** A small target, such as {@code allowlist.json}. */
    public byte[] document(String name) throws MissingFile {
        byte[] bytes = documents.get(name);
        if (bytes == null) {
            throw MissingFile.document(name);
        }
        return bytes;
    }

    /** All files of this generation, by their paths in the repository, byte for byte as received. */
    public Map<String, byte[]> received() {
        return received;
    }

    /** Changes with every publication: the digest of the time-stamp. */
    public String generation() {
        return Digests.sha256(received.get(RepositoryClient.TIMESTAMP));
    }

    public TrustAge age(Instant now) {
        if (!now.isBefore(root.metadata().expires())) {
            return TrustAge.ROOT_EXPIRED;
        }
        if (!now.isBefore(targets.expires()) || !now.isBefore(snapshot.expires())) {
            return TrustAge.LISTS_EXPIRED;
        }
        return now.isBefore(timestamp.expires()) ? TrustAge.FRESH : TrustAge.TIMESTAMP_EXPIRED;
    }

    /** @throws Expired when something is too old to install by; never a reason to stop running */
    public void requireFresh(Instant now) throws Expired {
        for (Metadata metadata : new Metadata[] {root.metadata(), targets, snapshot, timestamp}) {
            if (!now.isBefore(metadata.expires())) {
                throw new Expired(metadata.name(), metadata.expires());
            }
        }
    }
}
