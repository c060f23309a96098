package org.sekisho.gate.vouch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.MissingFile;
import org.sekisho.gate.refusal.NotListed;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.WrongDigest;
import org.sekisho.gate.trust.Assembly;
import org.sekisho.gate.trust.TrustedLists;
import org.sekisho.gate.tuf.Fetcher;
import org.sekisho.gate.tuf.RepositoryClient;
import org.sekisho.gate.tuf.VerifiedRepository;
import org.sekisho.gate.tuf.Versions;

/**
 * The folder that the register was installed into; the launcher knows it, owned by root where a shop uses it.
 *
 * @param folder holds {@code lib} and {@code repository}
 */
public record Installation(Path folder) {

    private static final String MODULES = "lib/modules";
    private static final String LOCK = "lib/trust/lock.json";
    private static final int LONGEST = 1 << 20;

    Path repository() {
        return folder.resolve("repository");
    }

    /** Where bundles of the register lie: what came with this platform before what came with the others. */
    List<Path> stores() {
        return platforms().stream()
                .map(platform -> platform.resolve("repository/targets"))
                .toList();
    }

    private List<Path> platforms() {
        List<Path> platforms = new ArrayList<>(List.of(folder));
        Slots.of(this).all().stream().filter(other -> !other.equals(folder)).forEach(platforms::add);
        return platforms;
    }

    /** Verifies a repository by what was installed here, never below what was delivered. */
    VerifiedRepository verify(Fetcher repository, Versions seen) throws TrustRefusal, IOException {
        return RepositoryClient.verify(
                repository, pinnedRoot(), this::openInstalled, delivered(), seen, TrustedLists.NAMES);
    }

    /** The same in a folder of this machine. */
    VerifiedRepository verify(Path repository, Versions seen) throws TrustRefusal {
        try {
            return verify(Fetcher.of(repository), seen);
        } catch (IOException e) {
            throw new MalformedDocument("repository", "unreadable");
        }
    }

    /** The first that a platform of this register has of a repository's files. */
    private InputStream openInstalled(String path) throws IOException {
        for (Path platform : platforms()) {
            Path file = platform.resolve("repository").resolve(path);
            if (Files.isRegularFile(file)) {
                return Files.newInputStream(file);
            }
        }
        throw new NoSuchFileException(path);
    }

    /**
     * What was received, with the roots that led there: another platform of this register may be pinned at an earlier one.
     *
     * @return the files by their paths in the repository
     */
    Map<String, byte[]> withRoots(VerifiedRepository repository) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (long version = 1; version <= repository.versions().root(); version++) {
            String path = "metadata/" + version + ".root.json";
            try (InputStream root = openInstalled(path)) {
                files.put(path, root.readAllBytes());
            } catch (NoSuchFileException none) {
                // It came before what was delivered here, or stands among what was received.
            }
        }
        files.putAll(repository.received());
        return files;
    }

    /** The highest versions that any platform of this register was delivered with. */
    Versions deliveredWithAny() throws TrustRefusal {
        Versions highest = delivered();
        for (Path platform : platforms()) {
            if (!platform.equals(folder)) {
                try {
                    highest = highest.max(new Installation(platform).delivered());
                } catch (TrustRefusal damaged) {
                    // One that is not used must not keep this one from being mended.
                }
            }
        }
        return highest;
    }

    Path modules() {
        return folder.resolve(MODULES);
    }

    byte[] pinnedRoot() throws TrustRefusal {
        return read("lib/trust/root.json");
    }

    /** The versions as delivered: nothing older is ever believed here. */
    Versions delivered() throws TrustRefusal {
        return Versions.of(lock().object("versions"));
    }

    /** Whether lists of these versions are no newer than those that were delivered; where that is not known, they are. */
    boolean wasDeliveredWith(Versions versions) {
        try {
            return delivered().isAtLeast(versions);
        } catch (TrustRefusal noLock) {
            return false;
        }
    }

    /** When it was put together; empty where the lock does not say. */
    Optional<Instant> assembledAt() throws TrustRefusal {
        Fields lock = lock();
        try {
            return lock.has("time") ? Optional.of(Instant.parse(lock.text("time"))) : Optional.empty();
        } catch (DateTimeParseException e) {
            throw new MalformedDocument(LOCK, "its time is none");
        }
    }

    private Fields lock() throws TrustRefusal {
        return StrictJson.read(LOCK, read(LOCK), LONGEST).ofSchema(1);
    }

    /** Compares every file of the platform with what was delivered, and finds modules that were not. */
    List<TrustRefusal> platform(Assembly assembly, ReadAhead files) {
        List<TrustRefusal> refusals = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (Assembly.PlatformFile file : assembly.platform()) {
            listed.add(file.file());
            try {
                require(file, files);
            } catch (TrustRefusal refusal) {
                refusals.add(refusal);
            }
        }
        refusals.addAll(strangers(listed));
        return refusals;
    }

    private void require(Assembly.PlatformFile file, ReadAhead files) throws TrustRefusal {
        try {
            String found = files.digest(folder.resolve(file.file()));
            if (!found.equals(file.sha256())) {
                throw WrongDigest.vouched(file.file(), file.sha256(), found);
            }
        } catch (IOException e) {
            throw MissingFile.vouched(file.file());
        }
    }

    /** The virtual machine resolves whatever lies on the module path, so nothing else may. */
    private List<TrustRefusal> strangers(Set<String> listed) {
        List<TrustRefusal> refusals = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(modules())) {
            for (Path module : modules) {
                String name = MODULES + "/" + module.getFileName();
                if (!listed.contains(name)) {
                    refusals.add(new NotListed(name, "-"));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            refusals.add(MissingFile.vouched(MODULES));
        }
        return refusals;
    }

    private byte[] read(String name) throws TrustRefusal {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (NoSuchFileException e) {
            throw MissingFile.document(name);
        } catch (IOException e) {
            throw new MalformedDocument(name, "unreadable");
        }
    }
}
