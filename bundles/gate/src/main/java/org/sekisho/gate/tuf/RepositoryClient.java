package org.sekisho.gate.tuf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.RolledBack;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.WrongVersion;

/**
 * Verifies a repository's files in the order of the TUF specification (5.3 to 5.6): root chain, time-stamp, snapshot, targets,
 * then the small targets that the gate reads. Expiry is told, not judged: see {@link VerifiedRepository}.
 */
public final class RepositoryClient {

    static final String TIMESTAMP = "metadata/timestamp.json";
    private static final int LONGEST_METADATA = 4 << 20;
    private static final int LONGEST_DOCUMENT = 16 << 20;
    /** More rotations than this in one step are no honest history. */
    private static final int MOST_ROOTS = 1024;

    private final Fetcher repository;
    private final ReceivedFiles files;
    private final Root pinned;
    private final Versions floor;
    private final Versions seen;

    private RepositoryClient(Fetcher repository, Root pinned, Versions floor, Versions seen) {
        this.repository = repository;
        this.files = new ReceivedFiles(repository);
        this.pinned = pinned;
        this.floor = floor;
        this.seen = seen;
    }

    /**
     * @param repository the folder that holds {@code metadata} and {@code targets}
     * @param pinnedRoot the root that was installed with the register
     * @param floor no version below it was ever delivered here
     * @param seen the highest ones that this home has run; a rotation of the time-stamp's or snapshot's keys forgives
     *     theirs, which is how TUF recovers from a stolen key that counted too far
     * @param names of the small targets to read
     */
    public static VerifiedRepository verify(
            Path repository, byte[] pinnedRoot, Versions floor, Versions seen, List<String> names) throws TrustRefusal {
        try {
            return verify(Fetcher.of(repository), pinnedRoot, floor, seen, names);
        } catch (IOException e) {
            throw new MalformedDocument("repository", "unreadable");
        }
    }

    /**
     * The same for a repository that may be out of reach.
     *
     * @throws IOException when it is: nothing is known of it then, and nothing is wrong with it
     */
    public static VerifiedRepository verify(
            Fetcher repository, byte[] pinnedRoot, Versions floor, Versions seen, List<String> names)
            throws TrustRefusal, IOException {
        return new RepositoryClient(repository, Root.read("root.json", pinnedRoot), floor, seen).verify(names);
    }

    private VerifiedRepository verify(List<String> names) throws TrustRefusal, IOException {
        Root rootSeen = pinned;
        Root root = pinned;
        for (int step = 0; step < MOST_ROOTS; step++) {
            String path = rootPath(root.version() + 1);
            Optional<byte[]> next = files.find(path, LONGEST_METADATA);
            if (next.isEmpty()) {
                break;
            }
            root = successor(root, path, next.get());
            if (root.version() <= seen.root()) {
                rootSeen = root;
            }
        }
        notOlder(root.metadata(), Math.max(floor.root(), seen.root()));

        boolean rotated = !root.keysOf(Role.TIMESTAMP).equals(rootSeen.keysOf(Role.TIMESTAMP))
                || !root.keysOf(Role.SNAPSHOT).equals(rootSeen.keysOf(Role.SNAPSHOT));
        Versions least = rotated ? floor.max(new Versions(0, 0, 0, seen.targets())) : floor.max(seen);

        Metadata timestamp = signed(Role.TIMESTAMP, root, FileReference.unknown(TIMESTAMP), least.timestamp());
        Metadata snapshot = referenced(Role.SNAPSHOT, root, timestamp, least.snapshot());
        Metadata targets = referenced(Role.TARGETS, root, snapshot, least.targets());

        Targets listed = Targets.of(targets, repository);
        Map<String, byte[]> documents = new LinkedHashMap<>();
        for (String name : names) {
            FileReference reference = listed.reference(name);
            byte[] bytes = files.read(Targets.path(reference), LONGEST_DOCUMENT);
            reference.require(bytes);
            documents.put(name, bytes);
        }
        return new VerifiedRepository(root, timestamp, snapshot, listed, documents, files.received());
    }

    private static String rootPath(long version) {
        return "metadata/" + version + ".root.json";
    }

    private static Root successor(Root root, String path, byte[] bytes) throws TrustRefusal {
        long version = root.version() + 1;
        Root next = Root.read(path, bytes);
        root.keysOf(Role.ROOT).require(next.metadata().document());
        next.keysOf(Role.ROOT).require(next.metadata().document());
        if (next.version() != version) {
            throw new WrongVersion(next.metadata().name(), version, next.version());
        }
        return next;
    }

    private Metadata referenced(Role role, Root root, Metadata by, long least) throws TrustRefusal, IOException {
        String name = role.type() + ".json";
        Fields meta = by.signed().object("meta").object(name);
        long version = meta.number("version");
        String path = "metadata/" + version + "." + name;
        Metadata metadata = signed(role, root, FileReference.ofMetadata(path, meta), least);
        if (metadata.version() != version) {
            throw new WrongVersion(path, version, metadata.version());
        }
        return metadata;
    }

    private Metadata signed(Role role, Root root, FileReference file, long least) throws TrustRefusal, IOException {
        byte[] bytes = files.read(file.name(), LONGEST_METADATA);
        file.require(bytes);
        Metadata metadata = Metadata.read(role, file.name(), bytes);
        root.keysOf(role).require(metadata.document());
        notOlder(metadata, least);
        return metadata;
    }

    private static void notOlder(Metadata metadata, long least) throws RolledBack {
        if (metadata.version() < least) {
            throw new RolledBack(metadata.name(), metadata.version(), least);
        }
    }
}
