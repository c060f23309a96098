package org.sekisho.gate.tuf;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.RolledBack;
import org.sekisho.gate.refusal.TrustRefusal;

/**
 * Verifies a repository's files in the order of the TUF specification (5.3 to 5.6): root chain, time-stamp, snapshot, targets,
 * then the small targets that the gate reads. Expiry is told, not judged: see {@link VerifiedRepository}.
 */
public final class RepositoryClient {

    static final String TIMESTAMP = "metadata/timestamp.json";
    private static final String METADATA = "metadata/";
    private static final String TARGETS = "targets/";
    private static final int LONGEST_DOCUMENT = 16 << 20;
    /** More rotations than this in one step are no honest history. */
    private static final int MOST_ROOTS = 1024;

    /** An installation that keeps no roots besides the pinned one. */
    private static final Fetcher NO_ROOTS = path -> {
        throw new NoSuchFileException(path);
    };

    private final Fetcher repository;
    private final ReceivedFiles files;
    private final byte[] pinnedRoot;
    private final Fetcher installedRoots;
    private final TrustedMetadata trusted;
    private final Versions floor;
    private final Versions seen;

    private RepositoryClient(
            Fetcher repository, byte[] pinnedRoot, Fetcher installedRoots, Versions floor, Versions seen)
            throws TrustRefusal {
        this.repository = repository;
        this.files = new ReceivedFiles(repository);
        this.pinnedRoot = pinnedRoot.clone();
        this.installedRoots = installedRoots;
        this.trusted = TrustedMetadata.from(pinnedRoot);
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
        return verify(repository, pinnedRoot, NO_ROOTS, floor, seen, names);
    }

    /**
     * The same where the installation keeps roots before and after the pinned one.
     *
     * @param installedRoots laid out like a repository; owned by whoever owns the pinned root
     */
    public static VerifiedRepository verify(
            Fetcher repository,
            byte[] pinnedRoot,
            Fetcher installedRoots,
            Versions floor,
            Versions seen,
            List<String> names)
            throws TrustRefusal, IOException {
        return new RepositoryClient(repository, pinnedRoot, installedRoots, floor, seen).verify(names);
    }

    private VerifiedRepository verify(List<String> names) throws TrustRefusal, IOException {
        Root rootSeen = rootSeen();
        for (int step = 0; step < MOST_ROOTS; step++) {
            String path = rootPath(trusted.root().version() + 1);
            Optional<byte[]> next = nextRoot(path);
            if (next.isEmpty()) {
                break;
            }
            trusted.root(path, next.get());
            if (trusted.root().version() <= seen.root()) {
                rootSeen = trusted.root();
            }
        }
        Root root = trusted.root();
        if (root.version() < Math.max(floor.root(), seen.root())) {
            throw new RolledBack(root.metadata().name(), root.version(), Math.max(floor.root(), seen.root()));
        }
        if (!root.consistentSnapshots()) {
            throw new MalformedDocument(root.metadata().name(), "without consistent snapshots");
        }
        boolean rotated = !root.countsOnWith(rootSeen);
        Seen least = Seen.of(rotated ? floor.max(new Versions(0, 0, 0, seen.targets())) : floor.max(seen));

        Metadata timestamp = trusted.timestamp(TIMESTAMP, files.read(TIMESTAMP, Metadata.LONGEST), least);
        Metadata snapshot = trusted.snapshot(path(Role.SNAPSHOT), read(Role.SNAPSHOT), least);
        Targets targets = Targets.of(trusted.targets(path(Role.TARGETS), read(Role.TARGETS)), true);

        Map<String, byte[]> documents = new LinkedHashMap<>();
        for (String name : names) {
            FileReference reference = targets.reference(name);
            byte[] bytes = files.read(TARGETS + targets.path(reference), LONGEST_DOCUMENT);
            reference.require(bytes);
            documents.put(name, bytes);
        }
        return new VerifiedRepository(
                root, timestamp, snapshot, targets, repository.below("targets"), documents, files.received());
    }

    /** One that was seen and that the repository lacks may have come with another platform; its signatures still prove it. */
    private Optional<byte[]> nextRoot(String path) throws TrustRefusal, IOException {
        Optional<byte[]> next = files.find(path, Metadata.LONGEST);
        boolean wasSeen = trusted.root().version() < Math.max(floor.root(), seen.root());
        return next.isEmpty() && wasSeen ? files.find(installedRoots, path, Metadata.LONGEST) : next;
    }

    /**
     * The root of what was seen last, where the pinned one came after it. A later root's signatures do not prove an earlier one, which may
     * name more keys than the true one did: so only those of the installation count, and where they do not lead to the pinned bytes nothing
     * is forgiven.
     */
    private Root rootSeen() throws IOException {
        Root pinned = trusted.root();
        if (seen.root() < 1 || seen.root() >= pinned.version()) {
            return pinned;
        }
        try {
            TrustedMetadata chain = TrustedMetadata.from(installedRoots.read(rootPath(seen.root()), Metadata.LONGEST));
            Root before = chain.root();
            byte[] last = {};
            while (chain.root().version() < pinned.version()) {
                String path = rootPath(chain.root().version() + 1);
                last = installedRoots.read(path, Metadata.LONGEST);
                chain.root(path, last);
            }
            return before.version() == seen.root() && Arrays.equals(last, pinnedRoot) ? before : pinned;
        } catch (TrustRefusal | NoSuchFileException | TooLong unproven) {
            return pinned;
        }
    }

    private static String rootPath(long version) {
        return METADATA + version + ".root.json";
    }

    private String path(Role role) throws TrustRefusal {
        return METADATA + trusted.path(role.type());
    }

    private byte[] read(Role role) throws TrustRefusal, IOException {
        return files.read(path(role), trusted.longest(role.type()));
    }
}
