package org.sekisho.storage.seal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.sekisho.storage.StorageFault;

/** The files of the database: HSQLDB's own, and beside them the register's. */
public record DatabaseFiles(Path folder) {

    /** HSQLDB's name of the database. */
    public Path base() {
        return folder.resolve("register");
    }

    public Path log() {
        return folder.resolve("register.log");
    }

    public Path script() {
        return folder.resolve("register.script");
    }

    public Path newScript() {
        return folder.resolve("register.script.new");
    }

    public Path data() {
        return folder.resolve("register.data");
    }

    /** Stands there while all of {@code .data} is written anew. */
    Path newData() {
        return folder.resolve("register.data.new");
    }

    /** Pages of {@code .data} as they were at the last checkpoint, from before they were written over. */
    public Path backup() {
        return folder.resolve("register.backup");
    }

    /** A second name of {@code .backup}, under which a checkpoint's own is still there when HSQLDB has deleted it. */
    Path overwritten() {
        return folder.resolve("register.overwritten");
    }

    /** What is on the disk before its rows are. */
    public Path ahead() {
        return folder.resolve("register.ahead");
    }

    public Path properties() {
        return folder.resolve("register.properties");
    }

    /** Digests of the pages of {@code .data} at the last checkpoint. */
    public Path pages() {
        return folder.resolve("register.pages");
    }

    /** Stands there while the database is made for the first time. */
    public Path making() {
        return folder.resolve("register.making");
    }

    /** Stands there while a checkpoint is under way. */
    public Path checkpointing() {
        return folder.resolve("register.checkpointing");
    }

    /** Stands there while a step of a migration is under way. */
    public Path migrating() {
        return folder.resolve("register.migrating");
    }

    /** Makes the folder, for its owner alone. */
    public void make() throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** Makes an empty mark, on the disk when this returns. */
    public void mark(Path mark) throws IOException {
        if (!Files.exists(mark)) {
            Files.createFile(mark);
            syncFolder();
        }
    }

    /** Takes a mark away, on the disk when this returns. */
    public void unmark(Path mark) throws IOException {
        if (Files.deleteIfExists(mark)) {
            syncFolder();
        }
    }

    /** Puts new, renamed and removed files of the folder on the disk. */
    public void syncFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Cuts a file, on the disk when this returns. */
    static void cut(Path file, long length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
            channel.force(true);
        }
    }

    /** Every file of HSQLDB's and ours but the lock and the mark of the making. */
    List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("register."))
                    .filter(f -> !f.equals(making()))
                    .toList();
        }
    }

    /** The fault of a file that is not what the register wrote. */
    public static StorageFault damaged(Path file, String place) {
        return new StorageFault(
                StorageFault.Kind.DAMAGED,
                file.getFileName() + ", " + place + " in " + file.getParent()
                        + ": this is not what the register wrote there. Nothing"
                        + " of it was used, and the register cannot sell until it is mended: restore the last back-up, and keep the"
                        + " folder for whoever looks into it.");
    }
}
