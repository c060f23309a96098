package org.sekisho.distribution;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that sign what is built on this machine, and the number of its last release. They are made once, lie outside the
 * build folder (0700, each file 0600) and are worth nothing elsewhere: the root metadata made with them says that it is for development.
 */
public final class DevelopmentKeys {
    private static final String RELEASE = "release";

    private final Path folder;
    private final Map<Role, RoleKey> keys = new EnumMap<>(Role.class);
    private final X509Certificate certificate;

    private DevelopmentKeys(Path folder) throws IOException, AssemblyFault {
        this.folder = folder;
        for (Role role : Role.values()) {
            keys.put(role, KeyFile.openOrMake(folder, role.lowerCase()));
        }
        certificate = PublisherCertificate.openOrMake(folder, key(Role.PUBLISHER));
    }

    /** Those of this machine's user: {@code SEKISHO_DEVELOPMENT} names the folder, else it lies in the user's configuration folder. */
    public static DevelopmentKeys ofThisUser() throws IOException, AssemblyFault {
        return open(usualFolder(System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    static Path usualFolder(Map<String, String> environment, Path userHome) {
        Optional<Path> named = Optional.ofNullable(environment.get("SEKISHO_DEVELOPMENT"))
                .filter(value -> !value.isBlank())
                .map(Path::of);
        Path configuration = Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElse(userHome.resolve(".config"));
        return named.orElse(configuration.resolve("sekisho").resolve("development"));
    }

    /** Reads the keys in a folder and makes those that are missing. Safe for processes that do so at the same time. */
    public static DevelopmentKeys open(Path folder) throws IOException, AssemblyFault {
        PrivateFiles.createFolder(folder);
        FileChannel lock = lock(folder);
        try {
            return new DevelopmentKeys(folder);
        } finally {
            lock.close();
        }
    }

    /** The number of the next release; each is higher than all before, in every process on this machine. */
    long nextRelease() throws IOException {
        FileChannel lock = lock(folder);
        try {
            Path file = folder.resolve(RELEASE);
            long next =
                    Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) + 1 : 1;
            PrivateFiles.replace(file, (next + "\n").getBytes(StandardCharsets.UTF_8));
            return next;
        } finally {
            lock.close();
        }
    }

    RoleKey key(Role role) {
        RoleKey key = keys.get(role);
        if (key == null) {
            throw new IllegalStateException("no key for " + role);
        }
        return key;
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** Where they lie. */
    public Path folder() {
        return folder;
    }

    /** Waits for the folder's lock; closing gives it back. */
    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }
}
