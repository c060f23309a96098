package org.sekisho.gate.tuf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.gate.refusal.MissingFile;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.WrongDigest;

/**
 * A client of any TUF 1.0 repository by the specification's client workflow (5.1 to 5.7), with a folder of trusted metadata
 * that it carries forward file by file. Where the register's own repository is read, {@link RepositoryClient} takes a whole
 * generation or nothing, by the same checks. One thread.
 */
public final class MetadataClient {

    /** More rotations than this in one update are no honest history (the specification's Y). */
    private static final int MOST_ROOTS = 1024;

    private final MetadataFolder folder;
    private final Fetcher metadata;
    private final Instant start;
    private @Nullable Targets targets;

    /**
     * @param folder holds at least {@code root.json}, see {@link #begin}
     * @param metadata what lies under the repository's address of metadata
     * @param start when this update began: nothing may have expired then (5.1)
     */
    public MetadataClient(Path folder, Fetcher metadata, Instant start) {
        this.folder = new MetadataFolder(folder);
        this.metadata = metadata;
        this.start = start;
    }

    /** Makes the folder, with a root that came by a way that is trusted; asks nobody. */
    public static void begin(Path folder, byte[] trustedRoot) throws IOException, TrustRefusal {
        TrustedMetadata.from(trustedRoot);
        new MetadataFolder(folder).keep(Role.ROOT, trustedRoot);
    }

    /**
     * Brings the metadata up to date. What was verified before something fails is kept, and the next update goes on from there.
     *
     * @throws TrustRefusal when the repository offers what is not to be believed, or what has expired
     * @throws IOException when it is out of reach, or the folder cannot be written
     */
    public void refresh() throws TrustRefusal, IOException {
        byte[] root = folder.read(Role.ROOT).orElseThrow(() -> MissingFile.document("root.json"));
        TrustedMetadata trusted = TrustedMetadata.from(root);
        roots(trusted);
        trusted.root().metadata().requireFresh(start);
        Seen seen = Seen.of(kept(trusted, Role.TIMESTAMP), kept(trusted, Role.SNAPSHOT));
        timestamp(trusted, seen);
        snapshot(trusted, seen);
        targets = Targets.of(targets(trusted), trusted.root().consistentSnapshots());
    }

    /** One by one, each kept before the next is asked for (5.3). */
    private void roots(TrustedMetadata trusted) throws TrustRefusal, IOException {
        for (int step = 0; step < MOST_ROOTS; step++) {
            String path = (trusted.root().version() + 1) + ".root.json";
            Optional<byte[]> bytes = find(path, Metadata.LONGEST);
            if (bytes.isEmpty()) {
                return;
            }
            Root before = trusted.root();
            if (!trusted.root(path, bytes.get()).countsOnWith(before)) {
                // Before the new root is kept: a crash in between must not leave it with the old ones.
                folder.forget(Role.TIMESTAMP);
                folder.forget(Role.SNAPSHOT);
            }
            folder.keep(Role.ROOT, bytes.get());
        }
    }

    /** What was trusted last, if its keys still count; however old. */
    private Optional<Metadata> kept(TrustedMetadata trusted, Role role) throws IOException {
        try {
            Optional<byte[]> bytes = folder.read(role);
            return bytes.isPresent()
                    ? Optional.of(trusted.signed(role, role.type() + ".json", bytes.get()))
                    : Optional.empty();
        } catch (TrustRefusal lapsed) {
            return Optional.empty();
        }
    }

    private void timestamp(TrustedMetadata trusted, Seen seen) throws TrustRefusal, IOException {
        String path = "timestamp.json";
        long before = 0;
        Optional<byte[]> kept = folder.read(Role.TIMESTAMP);
        if (kept.isPresent() && kept(trusted, Role.TIMESTAMP).isPresent()) {
            before = trusted.timestamp(path, kept.get(), seen).version();
        }
        byte[] bytes = fetch(path, Metadata.LONGEST);
        Metadata timestamp = trusted.timestamp(path, bytes, seen);
        timestamp.requireFresh(start);
        if (timestamp.version() != before) {
            folder.keep(Role.TIMESTAMP, bytes);
        }
    }

    private void snapshot(TrustedMetadata trusted, Seen seen) throws TrustRefusal, IOException {
        String path = trusted.path(Role.SNAPSHOT);
        Optional<byte[]> kept = folder.read(Role.SNAPSHOT);
        if (kept.isPresent()) {
            try {
                trusted.snapshot(path, kept.get(), seen).requireFresh(start);
                return;
            } catch (TrustRefusal lapsed) {
                // Falls through: another one is wanted.
            }
        }
        byte[] bytes = fetch(path, trusted.longest(Role.SNAPSHOT));
        trusted.snapshot(path, bytes, seen).requireFresh(start);
        folder.keep(Role.SNAPSHOT, bytes);
    }

    private Metadata targets(TrustedMetadata trusted) throws TrustRefusal, IOException {
        String path = trusted.path(Role.TARGETS);
        Optional<byte[]> kept = folder.read(Role.TARGETS);
        if (kept.isPresent()) {
            try {
                Metadata same = trusted.targets(path, kept.get());
                same.requireFresh(start);
                return same;
            } catch (TrustRefusal lapsed) {
                // Falls through: another one is wanted.
            }
        }
        byte[] bytes = fetch(path, trusted.longest(Role.TARGETS));
        Metadata fetched = trusted.targets(path, bytes);
        fetched.requireFresh(start);
        folder.keep(Role.TARGETS, bytes);
        return fetched;
    }

    /**
     * Whether this is already the target, so that it need not be fetched.
     *
     * @throws MissingFile when no such target is listed
     */
    public boolean isTarget(String name, InputStream file) throws TrustRefusal, IOException {
        try {
            listed().reference(name).copy(file, OutputStream.nullOutputStream());
            return true;
        } catch (WrongDigest other) {
            return false;
        }
    }

    /**
     * Copies a target and checks it on the way (5.7). What was written is worth nothing before this returns.
     *
     * @param from what lies under the repository's address of targets
     */
    public void fetch(String name, Fetcher from, OutputStream to) throws TrustRefusal, IOException {
        listed().fetch(name, from, to);
    }

    private Targets listed() {
        if (targets == null) {
            throw new IllegalStateException("refresh first");
        }
        return targets;
    }

    private byte[] fetch(String path, int longest) throws TrustRefusal, IOException {
        return find(path, longest).orElseThrow(() -> MissingFile.document(path));
    }

    private Optional<byte[]> find(String path, int longest) throws TrustRefusal, IOException {
        return new ReceivedFiles(metadata).find(path, longest);
    }
}
