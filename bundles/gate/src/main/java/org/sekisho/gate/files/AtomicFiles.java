package org.sekisho.gate.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Files that are there whole or not at all, also after the power went. */
public final class AtomicFiles {

    private AtomicFiles() {}

    /** Replaces the file by these bytes; makes the folders that it lies in. */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, draft -> {});
    }

    /** The same for a file that whom the process's own mask shuts out may use, from its first moment on. */
    public static void write(Path file, byte[] bytes, Set<PosixFilePermission> mode) throws IOException {
        write(file, bytes, draft -> Files.setPosixFilePermissions(draft, mode));
    }

    /** What is done to a draft before it takes its place. */
    @FunctionalInterface
    private interface Finish {
        void apply(Path draft) throws IOException;
    }

    private static void write(Path file, byte[] bytes, Finish finish) throws IOException {
        createFolders(file.getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        finish.apply(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(file.getParent());
    }

    /** Makes a folder and those that it lies in; each stands in its parent also after the power went. */
    public static void createFolders(Path folder) throws IOException {
        Path above = folder.getParent();
        if (Files.isDirectory(folder)) {
            return;
        }
        if (above != null) {
            createFolders(above);
        }
        Files.createDirectories(folder);
        if (above != null) {
            sync(above);
        }
    }

    /** Removes everything below a folder but these; links as links. */
    public static void removeOthers(Path below, Set<String> kept) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(
                below, path -> !kept.contains(path.getFileName().toString()))) {
            for (Path folder : folders) {
                remove(folder);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Removes a whole tree, links as links, never what they point at. */
    public static void remove(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A folder's own entry must reach the disk too; where a folder cannot be opened (Windows) it does by itself. */
    static void sync(Path folder) throws IOException {
        FileChannel opened;
        try {
            opened = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            return; // Not every system lets one open a folder.
        }
        try (FileChannel channel = opened) {
            channel.force(true);
        }
    }
}
