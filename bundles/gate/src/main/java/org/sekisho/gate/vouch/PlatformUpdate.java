package org.sekisho.gate.vouch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sekisho.gate.files.AtomicFiles;
import org.sekisho.gate.files.LockFile;
import org.sekisho.gate.json.CanonicalJson;
import org.sekisho.gate.refusal.MissingFile;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.WrongDigest;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.trust.Assembly;
import org.sekisho.gate.trust.TrustedLists;
import org.sekisho.gate.tuf.Digests;
import org.sekisho.gate.tuf.Fetcher;
import org.sekisho.gate.tuf.VerifiedRepository;
import org.sekisho.gate.tuf.Versions;

/**
 * Takes what no running register can change: launcher, gate, libraries and, where it is delivered, the Java image, along with the bundles
 * and lists that go with them. Whoever owns the installation does it; no home is touched. The new platform is put together beside the live
 * one, verified byte by byte, tried, and made the live one by one atomic step; the one before stays.
 */
public final class PlatformUpdate {

    /** What came of it. */
    public enum Outcome {
        TAKEN,
        /** The one here is the one that the lists name. */
        NOTHING_NEWER,
        /** A register still runs by the platform that would have to make room. */
        IN_USE,
        /** It is what was listed, but does not start on this machine. */
        DOES_NOT_START,
        /** Another upgrade is under way. */
        BUSY,
        /** There never was another platform to turn back to. */
        NONE_BEFORE
    }

    /** Starts a platform that is not live yet. */
    @FunctionalInterface
    public interface Trial {
        /** @param platform a folder like an installation's */
        boolean starts(Path platform) throws IOException;
    }

    private static final String LAUNCHER = "bin/sekisho";
    private static final Set<PosixFilePermission> EVERYBODY = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private final Installation running;
    private final Slots slots;
    private final Clock clock;

    public PlatformUpdate(Installation running, Clock clock) {
        this.running = running;
        this.slots = Slots.of(running);
        this.clock = clock;
    }

    /**
     * @param progress hears of each file that is fetched
     * @throws TrustRefusal when something is not what was signed, or is too old; nothing changes then
     * @throws IOException when the repository is out of reach, or the installation cannot be written
     */
    public Outcome take(Fetcher source, Consumer<String> progress, Trial trial) throws TrustRefusal, IOException {
        Optional<LockFile> lock = LockFile.take(slots.lock());
        if (lock.isEmpty()) {
            return Outcome.BUSY;
        }
        try {
            return takeAlone(source, progress, trial);
        } finally {
            lock.get().close();
        }
    }

    /**
     * Makes the platform before the live one, if it still starts.
     *
     * @throws IOException when the installation cannot be written
     */
    public Outcome back(Trial trial) throws IOException {
        Optional<LockFile> lock = LockFile.take(slots.lock());
        if (lock.isEmpty()) {
            return Outcome.BUSY;
        }
        try {
            return backAlone(trial);
        } finally {
            lock.get().close();
        }
    }

    private Outcome backAlone(Trial trial) throws IOException {
        Optional<Path> before = slots.before();
        if (before.isEmpty()) {
            return Outcome.NONE_BEFORE;
        }
        if (!startsAlone(before.get(), trial)) {
            return Outcome.DOES_NOT_START;
        }
        slots.turnTo(before.get());
        return Outcome.TAKEN;
    }

    /** The launcher that was delivered hands over to the live platform; from a folder that only points at the rest it does not. */
    private boolean startsAlone(Path platform, Trial trial) throws IOException {
        if (!platform.equals(slots.base())) {
            return trial.starts(platform);
        }
        Path draft = slots.draft();
        removeIfThere(draft);
        try {
            Path launcher = draft.resolve(LAUNCHER);
            AtomicFiles.write(launcher, Files.readAllBytes(platform.resolve(LAUNCHER)), EVERYBODY);
            linkOthers(platform, draft);
            linkOthers(platform.resolve("bin"), draft.resolve("bin"));
            return trial.starts(draft);
        } finally {
            removeIfThere(draft);
        }
    }

    private void linkOthers(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Path link = to.resolve(file.getFileName());
                if (!file.equals(slots.draft().getParent()) && !Files.exists(link)) {
                    Files.createSymbolicLink(link, file);
                }
            }
        }
    }

    private Outcome takeAlone(Fetcher source, Consumer<String> progress, Trial trial) throws TrustRefusal, IOException {
        slots.recover();
        VerifiedRepository repository = running.verify(source, running.deliveredWithAny());
        Freshness.of(clock.instant(), running.assembledAt(), repository).require(repository);
        TrustedLists lists = TrustedLists.of(repository);
        Shop.requireReplacements(lists);
        if (isHere(lists.assembly())) {
            return Outcome.NOTHING_NEWER;
        }
        Path next = slots.next();
        if (runs(next)) {
            return Outcome.IN_USE;
        }
        Path draft = slots.draft();
        removeIfThere(draft);
        putTogether(draft, lists, progress);
        open(draft, lists.assembly());
        if (!trial.starts(draft)) {
            removeIfThere(draft);
            return Outcome.DOES_NOT_START;
        }
        if (runs(next)) {
            removeIfThere(draft);
            return Outcome.IN_USE;
        }
        if (!next.equals(slots.next())) {
            removeIfThere(draft);
            return Outcome.BUSY;
        }
        slots.replace(next, draft);
        return Outcome.TAKEN;
    }

    /** A platform that is not what was delivered any more is not here: the same one is taken again. */
    private boolean isHere(Assembly assembly) {
        try {
            Assembly here = Assembly.read(
                    running.verify(running.repository(), Versions.NONE).document(Assembly.NAME));
            return digests(assembly).equals(digests(here))
                    && running.platform(here, new ReadAhead()).isEmpty();
        } catch (TrustRefusal damaged) {
            return false;
        }
    }

    private static Map<String, String> digests(Assembly assembly) {
        Map<String, String> digests = new TreeMap<>();
        assembly.platform().forEach(file -> digests.put(file.file(), file.sha256()));
        return digests;
    }

    /** Any process of this machine whose Java was started for that folder, as far as this user may see it. */
    private static boolean runs(Path platform) {
        String asked = "-Dsekisho.installation=" + platform;
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().arguments().stream())
                .flatMap(Arrays::stream)
                .anyMatch(asked::equals);
    }

    private void putTogether(Path draft, TrustedLists lists, Consumer<String> progress)
            throws TrustRefusal, IOException {
        VerifiedRepository repository = lists.repository();
        requireLauncher(lists.assembly());
        for (Assembly.PlatformFile file : lists.assembly().platform()) {
            progress.accept(file.file());
            Path place = draft.resolve(file.file());
            byte[] content = fetch(repository, file.target());
            if (!Digests.sha256(content).equals(file.sha256())) {
                throw WrongDigest.vouched(file.file(), file.sha256(), Digests.sha256(content));
            }
            AtomicFiles.write(place, content);
        }
        Path own = draft.resolve("repository");
        for (Map.Entry<String, byte[]> received : running.withRoots(repository).entrySet()) {
            AtomicFiles.write(own.resolve(received.getKey()), received.getValue());
        }
        BundleStore here = new BundleStore(running.stores(), new ReadAhead());
        for (AllowlistEntry entry : lists.allowlist().entries()) {
            if (lists.assembly().bundles().contains(entry.sha256())) {
                Path place = own.resolve("targets").resolve(entry.path());
                AtomicFiles.write(place, bytes(here, repository, entry, progress));
            }
        }
        byte[] root = repository
                .received()
                .getOrDefault("metadata/" + repository.versions().root() + ".root.json", running.pinnedRoot());
        AtomicFiles.write(draft.resolve("lib/trust/root.json"), root);
        AtomicFiles.write(draft.resolve("lib/trust/lock.json"), lock(repository));
    }

    /** Whoever runs the register reads them, and is not who owns them; the launcher's own mask hides new files from others. */
    private void open(Path draft, Assembly assembly) throws IOException {
        Files.setPosixFilePermissions(draft.getParent(), EVERYBODY);
        try (Stream<Path> files = Files.walk(draft)) {
            for (Path file : files.toList()) {
                Files.setPosixFilePermissions(file, Files.isDirectory(file) ? EVERYBODY : READABLE);
            }
        }
        for (Assembly.PlatformFile file : assembly.platform()) {
            if (file.executable()) {
                Files.setPosixFilePermissions(draft.resolve(file.file()), EVERYBODY);
            }
        }
    }

    private static void removeIfThere(Path tree) throws IOException {
        if (Files.exists(tree)) {
            AtomicFiles.remove(tree);
        }
    }

    private static void requireLauncher(Assembly assembly) throws MissingFile {
        if (assembly.platform().stream().noneMatch(file -> file.file().equals(LAUNCHER) && file.executable())) {
            throw MissingFile.vouched(LAUNCHER);
        }
    }

    private static byte[] bytes(
            BundleStore here, VerifiedRepository repository, AllowlistEntry entry, Consumer<String> progress)
            throws TrustRefusal, IOException {
        try {
            return here.bytes(entry);
        } catch (TrustRefusal missingOrDamaged) {
            // Falls through: the repository has it.
        }
        progress.accept(entry.file());
        return fetch(repository, "bundles/" + entry.file());
    }

    private static byte[] fetch(VerifiedRepository repository, String target) throws TrustRefusal, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        repository.fetch(target, bytes);
        return bytes.toByteArray();
    }

    /** What the assembler writes at delivery: nothing older than these lists is ever believed by this platform. */
    private byte[] lock(VerifiedRepository repository) throws TrustRefusal {
        Versions versions = repository.versions();
        Optional<Instant> before = running.assembledAt();
        Instant time = repository.signedAt().or(() -> before).orElse(clock.instant());
        String text = new String(
                CanonicalJson.of(Map.of(
                        "schema",
                        1,
                        "time",
                        time.toString(),
                        "versions",
                        Map.of(
                                "root", versions.root(),
                                "timestamp", versions.timestamp(),
                                "snapshot", versions.snapshot(),
                                "targets", versions.targets()))),
                StandardCharsets.UTF_8);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
