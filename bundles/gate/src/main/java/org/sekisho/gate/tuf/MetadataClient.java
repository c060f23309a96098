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
    private @Nullable TrustedMetadata trusted;
    private @Nullable Metadata targets;

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
        new MetadataFolder(folder).keep(MetadataFolder.file(Role.ROOT), trustedRoot);
    }

    /**
     * Brings the metadata up to date. What was verified before something fails is kept, and the next update goes on from there.
     *
     * @throws TrustRefusal when the repository offers what is not to be believed, or what has expired
     * @throws IOException when it is out of reach, or the folder cannot be written
     */
    public void refresh() throws TrustRefusal, IOException {
        byte[] root = folder.read(MetadataFolder.file(Role.ROOT)).orElseThrow(() -> MissingFile.document("root.json"));
        TrustedMetadata begun = TrustedMetadata.from(root);
        roots(begun);
        begun.root().metadata().requireFresh(start);
        Seen seen = Seen.of(kept(begun, Role.TIMESTAMP), kept(begun, Role.SNAPSHOT));
        timestamp(begun, seen);
        String snapshot = begun.path("snapshot");
        keptOrFetched(
                begun, "snapshot", MetadataFolder.file(Role.SNAPSHOT), bytes -> begun.snapshot(snapshot, bytes, seen));
        String path = begun.path("targets");
        targets =
                keptOrFetched(begun, "targets", MetadataFolder.file(Role.TARGETS), bytes -> begun.targets(path, bytes));
        trusted = begun;
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
                folder.forget(MetadataFolder.file(Role.TIMESTAMP));
                folder.forget(MetadataFolder.file(Role.SNAPSHOT));
            }
            folder.keep(MetadataFolder.file(Role.ROOT), bytes.get());
        }
    }

    /** What was trusted last, if its keys still count; however old. */
    private Optional<Metadata> kept(TrustedMetadata trusted, Role role) throws IOException {
        try {
            Optional<byte[]> bytes = folder.read(MetadataFolder.file(role));
            return bytes.isPresent()
                    ? Optional.of(trusted.signed(role, MetadataFolder.file(role), bytes.get()))
                    : Optional.empty();
        } catch (TrustRefusal lapsed) {
            return Optional.empty();
        }
    }

    private void timestamp(TrustedMetadata trusted, Seen seen) throws TrustRefusal, IOException {
        String path = "timestamp.json";
        long before = 0;
        Optional<byte[]> kept = folder.read(MetadataFolder.file(Role.TIMESTAMP));
        if (kept.isPresent() && kept(trusted, Role.TIMESTAMP).isPresent()) {
            before = trusted.timestamp(path, kept.get(), seen).version();
        }
        byte[] bytes = fetch(path, Metadata.LONGEST);
        Metadata timestamp = trusted.timestamp(path, bytes, seen);
        timestamp.requireFresh(start);
        if (timestamp.version() != before) {
            folder.keep(MetadataFolder.file(Role.TIMESTAMP), bytes);
        }
    }

    /** One step of {@link TrustedMetadata}. */
    @FunctionalInterface
    private interface Step {
        Metadata take(byte[] bytes) throws TrustRefusal;
    }

    /** What is kept, if it is what was referred to and still good; else what the repository has, which is kept then. */
    private Metadata keptOrFetched(TrustedMetadata by, String role, String file, Step step)
            throws TrustRefusal, IOException {
        String path = by.path(role);
        try {
            Optional<byte[]> kept = folder.read(file);
            if (kept.isPresent()) {
                Metadata same = step.take(kept.get());
                same.requireFresh(start);
                return same;
            }
        } catch (TrustRefusal lapsed) {
            // Falls through: another one is wanted.
        }
        byte[] bytes = fetch(path, by.longest(role));
        Metadata fetched = step.take(bytes);
        fetched.requireFresh(start);
        folder.keep(file, bytes);
        return fetched;
    }

    /**
     * Whether this is already the target, so that it need not be fetched.
     *
     * @throws MissingFile when no such target is listed
     */
    public boolean isTarget(String name, InputStream file) throws TrustRefusal, IOException {
        try {
            who(name).reference(name).copy(file, OutputStream.nullOutputStream());
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
        who(name).fetch(name, from, to);
    }

    /** Who vouches for it; delegated roles are verified anew for each target, by the keys of who delegates here. */
    private Targets who(String name) throws TrustRefusal, IOException {
        if (trusted == null || targets == null) {
            throw new IllegalStateException("refresh first");
        }
        TrustedMetadata by = trusted;
        Metadata listing = new TargetSearch(delegation -> {
                    String path = by.path(delegation.role());
                    return keptOrFetched(
                            by,
                            delegation.role(),
                            MetadataFolder.file(delegation),
                            bytes -> by.delegated(delegation, path, bytes));
                })
                .find(name, targets);
        return Targets.of(listing, by.root().consistentSnapshots());
    }

    private byte[] fetch(String path, int longest) throws TrustRefusal, IOException {
        return find(path, longest).orElseThrow(() -> MissingFile.document(path));
    }

    private Optional<byte[]> find(String path, int longest) throws TrustRefusal, IOException {
        return new ReceivedFiles(metadata).find(path, longest);
    }
}
