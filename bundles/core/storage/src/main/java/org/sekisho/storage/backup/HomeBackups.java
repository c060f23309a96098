package org.sekisho.storage.backup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.storage.Backups;
import org.sekisho.storage.Database;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.key.HomeVault;
import org.sekisho.storage.key.OpenVault;
import org.sekisho.store.Home;

/**
 * A copy is a line that says what it is, {@code vault.json} in a line, and the home's files behind one another, cut and sealed as {@link SealedPieces} says: for
 * each its path (a length of two bytes, UTF-8, folders parted by {@code /}), its length in eight bytes, its bytes; an empty path ends them.
 * The database's files are copied while nobody writes, as a power cut would leave them, and mend themselves as after one.
 */
@Component
public final class HomeBackups implements Backups {

    private static final String WHAT = "sekisho backup 1";
    private static final String SETTINGS = "store.json";
    private static final String VAULT = "vault.json";
    private static final String STAGE = "restoring";
    private static final int LONGEST_LINE = 64 * 1024;
    private static final long TOLD_EVERY = 1 << 22;
    /** What belongs to a process, and what stands in front of the pieces. */
    private static final Set<String> LEFT_OUT = Set.of("run", VAULT, VAULT + ".new", STAGE);

    private final Home home;
    private final HomeVault vault;
    private final Database database;

    @Activate
    public HomeBackups(@Reference Home home, @Reference HomeVault vault, @Reference Database database) {
        this.home = home;
        this.vault = vault;
        this.database = database;
    }

    @Override
    public void make(Path file, Progress told) throws StorageFault {
        Path copy = file.toAbsolutePath().normalize();
        if (copy.startsWith(home.folder())) {
            throw fault(
                    copy + " lies inside the home that it is to be a copy of. Nothing was written: name another place,"
                            + " best on another medium.");
        }
        if (Files.exists(copy)) {
            throw fault(copy + " is there already. Nothing was written: name a file that is not.");
        }
        boolean whole = false;
        try {
            database.transact(tx -> {
                try {
                    write(copy, told);
                } catch (IOException e) {
                    throw new StorageFault(
                            StorageFault.Kind.OTHER,
                            "The copy " + copy + " cannot be written (" + e.getMessage()
                                    + "). Sales are not affected; make room or name another place.",
                            e);
                }
                return copy;
            });
            verify(copy);
            whole = true;
        } finally {
            if (!whole) {
                forget(copy);
            }
        }
    }

    private void write(Path copy, Progress told) throws IOException, StorageFault {
        List<Path> files = files();
        String text = vault.text();
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        try (FileChannel channel = FileChannel.open(
                        copy,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        owners(copy, "rw-------"));
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                OpenVault open = vault.open(text)) {
            String front = WHAT + "\n" + text + "\n";
            out.write(front.getBytes(UTF_8));
            long done = 0;
            try (DataOutputStream pieces =
                    new DataOutputStream(new PieceWriter(out, open.sealer(), new SealedPieces(front)))) {
                for (Path file : files) {
                    done = write(pieces, file, new Told(told, done, total));
                }
                pieces.writeUTF("");
            }
            out.flush();
            channel.force(true);
        }
    }

    /** As long as it was when it was looked at: only what is appended meanwhile, and does not count yet, may be beyond it. */
    private long write(DataOutputStream pieces, Path file, Told told) throws IOException {
        long length = Files.size(file);
        pieces.writeUTF(home.folder().relativize(file).toString().replace('\\', '/'));
        pieces.writeLong(length);
        try (InputStream in = Files.newInputStream(file)) {
            copy(in, pieces, length, told);
        }
        return told.done;
    }

    private static void copy(InputStream in, OutputStream out, long length, Told told) throws IOException {
        byte[] some = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            int read = in.read(some, 0, (int) Math.min(some.length, left));
            if (read < 0) {
                throw new IOException("a file ended " + left + " bytes early");
            }
            out.write(some, 0, read);
            left -= read;
            told.more(read);
        }
    }

    private List<Path> files() throws IOException {
        Path folder = home.folder();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !LEFT_OUT.contains(
                            folder.relativize(file).getName(0).toString()))
                    .filter(file -> !folder.relativize(file).equals(Path.of("data", "lock")))
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }

    /** Reads it again from its beginning to its end. */
    private void verify(Path copy) throws StorageFault {
        read(copy, text -> text, (path, length, in) -> copy(in, OutputStream.nullOutputStream(), length, Told.NOBODY));
    }

    @Override
    public void restore(Path file, Optional<KeySource> secret, Progress told) throws StorageFault {
        restore(file, text -> vault.named(text, secret), told);
    }

    @Override
    public void restore(Path file, Path recoveryKey, KeySource next, Progress told) throws StorageFault {
        restore(file, text -> vault.recovered(text, recoveryKey, next), told);
    }

    private void restore(Path file, Key key, Progress told) throws StorageFault {
        Path folder = home.folder();
        Path stage = folder.resolve(STAGE);
        for (String there : List.of(SETTINGS, VAULT, "data", STAGE)) {
            if (Files.exists(folder.resolve(there))) {
                throw fault(
                        "There is something in " + folder + " already (" + there
                                + "). Nothing was changed: name a folder that is not there yet, or take away what an interrupted restore left.");
            }
        }
        try {
            Files.createDirectories(folder, owners(folder, "rwx------"));
            Files.createDirectory(stage, owners(stage, "rwx------"));
            Told heard = new Told(told, 0, Files.exists(file) ? Files.size(file) : 0);
            String text = read(file, key, (path, length, in) -> {
                Path target = stage.resolve(path).normalize();
                if (!target.startsWith(stage) || target.equals(stage)) {
                    throw new PieceReader.Torn(0);
                }
                Files.createDirectories(Objects.requireNonNull(target.getParent()), owners(stage, "rwx------"));
                try (FileOutputStream out = new FileOutputStream(target.toFile())) {
                    copy(in, out, length, heard);
                    out.getFD().sync();
                }
            });
            settle(stage, folder);
            vault.write(text);
            // A home is one once it has its settings: they come last.
            Files.move(stage.resolve(SETTINGS), folder.resolve(SETTINGS), StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
        } catch (IOException e) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER,
                    "The home " + folder + " cannot be written (" + e.getMessage()
                            + "). Make room or name another place.",
                    e);
        } finally {
            forget(stage);
        }
    }

    private static void settle(Path stage, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(stage)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(stage.resolve(SETTINGS)))
                    .toList();
        }
        Set<Path> folders = new HashSet<>(Set.of(folder));
        for (Path file : files) {
            Path target = folder.resolve(stage.relativize(file));
            Path parent = Objects.requireNonNull(target.getParent());
            Files.createDirectories(parent, owners(folder, "rwx------"));
            folders.add(parent);
            // What the gate has written since it started is newer: of its lists the highest count.
            if (!Files.exists(target)) {
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        for (Path each : folders) {
            sync(each);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** @return the vault's text, as it opened the copy */
    private String read(Path copy, Key key, Taker taker) throws StorageFault {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(copy), 1 << 16)) {
            if (!line(in).equals(WHAT)) {
                throw fault(
                        copy + " is no copy of a home that this register can read. Nothing was changed: name another.");
            }
            String text = line(in);
            String opening = key.of(text);
            try (OpenVault open = vault.open(opening);
                    DataInputStream pieces = new DataInputStream(
                            new PieceReader(in, open.sealer(), new SealedPieces(WHAT + "\n" + text + "\n")))) {
                for (String path = pieces.readUTF(); !path.isEmpty(); path = pieces.readUTF()) {
                    taker.take(path, pieces.readLong(), pieces);
                }
                if (pieces.read() >= 0) {
                    throw new PieceReader.Torn(0);
                }
            }
            return opening;
        } catch (PieceReader.Torn e) {
            throw new StorageFault(
                    StorageFault.Kind.DAMAGED,
                    "The copy " + copy + " was changed or cut off in its piece " + e.number()
                            + ". Nothing of it was used: take an older one, or this one's own copy.",
                    e);
        } catch (IOException e) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER, "The copy " + copy + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n' && line.length() < LONGEST_LINE; b = in.read()) {
            line.append((char) b);
        }
        return new String(line.toString().getBytes(ISO_8859_1), UTF_8);
    }

    private static void forget(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            System.getLogger(HomeBackups.class.getName())
                    .log(System.Logger.Level.WARNING, path + " could not be taken away: " + e.getMessage());
        }
    }

    private static FileAttribute<?>[] owners(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static StorageFault fault(String sentence) {
        return new StorageFault(StorageFault.Kind.OTHER, sentence);
    }

    /** Makes of the vault in front of a copy one that opens here. */
    @FunctionalInterface
    private interface Key {
        String of(String text) throws StorageFault;
    }

    /** Takes one file of a copy. */
    @FunctionalInterface
    private interface Taker {
        void take(String path, long length, InputStream in) throws IOException;
    }

    /** Tells how far it is, every few megabytes. */
    private static final class Told {

        static final Told NOBODY = new Told((done, total) -> {}, 0, 0);

        private final Progress progress;
        private final long total;
        private long done;

        Told(Progress progress, long done, long total) {
            this.progress = progress;
            this.done = done;
            this.total = total;
        }

        void more(long bytes) {
            long before = done;
            done += bytes;
            if (done / TOLD_EVERY != before / TOLD_EVERY) {
                progress.at(Math.min(done, total), total);
            }
        }
    }
}
