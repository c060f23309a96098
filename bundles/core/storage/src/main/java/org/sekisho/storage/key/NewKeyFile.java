package org.sekisho.storage.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import org.sekisho.storage.StorageFault;

/** Makes a key file: 32 random bytes that only its owner can read, on the disk when this returns. */
final class NewKeyFile {

    private NewKeyFile() {}

    static void write(Path file) throws StorageFault {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder, posix(file, "rwx------"));
            }
            try (FileChannel channel = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), posix(file, "rw-------"))) {
                channel.write(ByteBuffer.wrap(key));
                channel.force(true);
            }
            if (folder != null) {
                try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                    names.force(true);
                }
            }
        } catch (IOException e) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER,
                    "The key file " + file + " cannot be made (" + e.getMessage()
                            + "). Name another place with --key-file.",
                    e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static FileAttribute<?>[] posix(Path file, String permissions) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
