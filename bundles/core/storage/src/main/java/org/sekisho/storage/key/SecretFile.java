package org.sekisho.storage.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sekisho.api.vault.MasterSecret;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.StorageFault;

/** Reads the master secret from its file or by a token, and refuses a file that would not keep it. */
final class SecretFile {

    private static final int KEY_BYTES = 32;
    private static final int LONGEST_PASSPHRASE_FILE = 64 * 1024;
    private static final int LONGEST_RECOVERY_FILE = 4096;
    private static final Set<PosixFilePermission> FOR_OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path home;
    private final Tokens tokens;
    private final Optional<Path> credentials;

    /**
     * @param credentials where systemd lays this service's credentials, which it keeps from others by an access control list: the mode of its
     *     files then shows the group what it does not let it do
     */
    SecretFile(Path home, Tokens tokens, Optional<Path> credentials) {
        this.home = home;
        this.tokens = tokens;
        this.credentials = credentials;
    }

    MasterSecret read(KeySource source) throws StorageFault {
        if (source instanceof KeySource.Token token) {
            refuseInsideHome(token.pinFile());
            return tokens.secret(token);
        }
        Path file = source.path();
        refuseInsideHome(file);
        if (!Files.exists(file)) {
            throw new StorageFault(
                    StorageFault.Kind.KEY_MISSING,
                    "The " + name(source) + " " + file
                            + " is not there. Without it the register's data stays sealed and nothing"
                            + " can be sold. Put it back, from its copy if need be; nobody can open the data without it.");
        }
        try {
            refuseOthers(source, file);
            return source instanceof KeySource.KeyFile ? key(file) : passphrase(file);
        } catch (IOException e) {
            throw new StorageFault(
                    StorageFault.Kind.KEY_MISSING,
                    "The " + name(source) + " " + file + " cannot be read (" + e.getMessage()
                            + "). Let the account that runs the" + " register read it.",
                    e);
        }
    }

    /** The bytes of a recovery key, as somebody typed it into a file. */
    MasterSecret recovery(Path file) throws StorageFault {
        refuseInsideHome(file);
        if (!Files.exists(file)) {
            throw new StorageFault(
                    StorageFault.Kind.KEY_MISSING,
                    "The file " + file + " with the recovery key is not there. Write the key into it as it was shown.");
        }
        try {
            byte[] typed = Files.size(file) > LONGEST_RECOVERY_FILE ? new byte[0] : Files.readAllBytes(file);
            Optional<byte[]> key = RecoveryText.read(typed);
            Arrays.fill(typed, (byte) 0);
            return MasterSecret.ofKey(key.orElseThrow(() -> new StorageFault(
                    StorageFault.Kind.WRONG_KEY,
                    "The recovery key in " + file
                            + " has a typing mistake: its 14 groups of four do not fit together. Compare it with what was"
                            + " written down.")));
        } catch (IOException e) {
            throw new StorageFault(
                    StorageFault.Kind.KEY_MISSING,
                    "The file " + file + " with the recovery key cannot be read (" + e.getMessage() + ").",
                    e);
        }
    }

    /** Refuses what would lie inside the home. */
    void refuse(KeySource wanted) throws StorageFault {
        KeySource source = absolute(wanted);
        refuseInsideHome(source instanceof KeySource.Token token ? token.pinFile() : source.path());
    }

    /** Makes a key file, or a token's key, where there is none yet. */
    KeySource make(KeySource wanted) throws StorageFault {
        refuse(wanted);
        KeySource source = absolute(wanted);
        if (source instanceof KeySource.Token token) {
            return tokens.make(token);
        }
        if (source instanceof KeySource.KeyFile key && !Files.exists(key.path())) {
            NewKeyFile.write(key.path());
        }
        return source;
    }

    static KeySource absolute(KeySource source) {
        Path file = source.path().toAbsolutePath().normalize();
        if (source instanceof KeySource.Token token) {
            return new KeySource.Token(file, token.pinFile().toAbsolutePath().normalize(), token.challenge());
        }
        return source instanceof KeySource.KeyFile ? new KeySource.KeyFile(file) : new KeySource.PassphraseFile(file);
    }

    /** A secret beside what it opens protects nothing: a copy of the home would hold both. Links are followed. */
    void refuseInsideHome(Path file) throws StorageFault {
        if (real(file).startsWith(real(home))) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER,
                    "The secret " + file + " lies inside the home " + home
                            + ". Whoever copies the home would have both: keep it"
                            + " elsewhere, best on another medium.");
        }
    }

    private static String name(KeySource source) {
        return source instanceof KeySource.KeyFile ? "key file" : "passphrase file";
    }

    /** @param named what it is, with its path */
    static void refuseOthers(String named, Path file) throws IOException, StorageFault {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) == null) {
            return;
        }
        if (Files.getPosixFilePermissions(file).stream().anyMatch(FOR_OTHERS::contains)) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER,
                    "The " + named
                            + " can be read by other accounts of this machine, and was not used. Make it its owner's alone"
                            + " (chmod 600), and take another secret (sekisho vault rotate) if somebody may have copied it.");
        }
    }

    private void refuseOthers(KeySource source, Path file) throws IOException, StorageFault {
        if (credentials.isEmpty() || !real(file).startsWith(real(credentials.get()))) {
            refuseOthers(name(source) + " " + file, file);
        }
    }

    private static MasterSecret key(Path file) throws IOException, StorageFault {
        if (Files.size(file) != KEY_BYTES) {
            throw new StorageFault(
                    StorageFault.Kind.WRONG_KEY,
                    "The key file " + file + " does not hold a key: it should have 32 bytes and has " + Files.size(file)
                            + ". Name the right file, or restore it from its copy.");
        }
        return MasterSecret.ofKey(Files.readAllBytes(file));
    }

    private static MasterSecret passphrase(Path file) throws IOException, StorageFault {
        if (Files.size(file) > LONGEST_PASSPHRASE_FILE) {
            throw emptyPassphrase(file);
        }
        byte[] all = Files.readAllBytes(file);
        try {
            int end = 0;
            while (end < all.length && all[end] != '\n' && all[end] != '\r') {
                end++;
            }
            if (end == 0) {
                throw emptyPassphrase(file);
            }
            return MasterSecret.ofPassphrase(Arrays.copyOf(all, end));
        } finally {
            Arrays.fill(all, (byte) 0);
        }
    }

    private static StorageFault emptyPassphrase(Path file) {
        return new StorageFault(
                StorageFault.Kind.WRONG_KEY, "The passphrase file " + file + " holds no passphrase in its first line.");
    }

    /** The path with its links followed, as far as it exists. */
    private static Path real(Path path) throws StorageFault {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            if (Files.exists(absolute)) {
                return absolute.toRealPath();
            }
            Path parent = absolute.getParent();
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        } catch (IOException e) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER, "The path " + path + " cannot be followed (" + e.getMessage() + ").", e);
        }
    }
}
