package org.sekisho.publishing.release;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;

/** Files that appear in one step: a reader sees the old content or the new, never half, also after the power went. */
public final class StaticFiles {

    private static final String SECRET_FILE = "rw-------";
    private static final String SECRET_FOLDER = "rwx------";
    private static final String OPEN_FILE = "rw-r--r--";
    private static final String OPEN_FOLDER = "rwxr-xr-x";

    private StaticFiles() {}

    /** Makes the folder, and any above it, for its owner alone; narrows one that is there. */
    public static void createPrivateFolder(Path folder) throws IOException {
        var onlyOwner = PosixFilePermissions.fromString(SECRET_FOLDER);
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(onlyOwner));
        Files.setPosixFilePermissions(folder, onlyOwner);
    }

    /** Writes what only its owner may read. */
    public static void writePrivate(Path file, byte[] content) throws IOException {
        write(file, content, SECRET_FILE);
    }

    /** Writes what a web server shows to everybody, whatever this process' mask is; makes the folders. */
    static void writePublic(Path file, byte[] content) throws IOException {
        createPublicFolder(file.getParent());
        write(file, content, OPEN_FILE);
    }

    private static void createPublicFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createPublicFolder(folder.toAbsolutePath().getParent());
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OPEN_FOLDER));
        }
    }

    private static void write(Path file, byte[] content, String permissions) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        var attribute = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(SECRET_FILE));
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(fresh, options, attribute)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(permissions));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
