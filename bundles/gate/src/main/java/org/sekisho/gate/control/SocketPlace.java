package org.sekisho.gate.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.gate.files.AtomicFiles;

/**
 * Where a home's control socket is: {@code run/control.sock}, or, where that path is longer than a socket's address may be, in
 * a private folder that {@code run/control.path} names. The folder {@code run} is 0700: who may enter it may command.
 */
public final class SocketPlace {

    /** An address has room for 108 bytes on Linux and 104 elsewhere, with its end. */
    private static final int LONGEST = 100;

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    private static final String NAME = "control.sock";

    private final Path socket;
    private final Path pointer;

    /** @param run the home's folder of that name */
    public SocketPlace(Path run) {
        this.socket = run.resolve(NAME);
        this.pointer = run.resolve("control.path");
    }

    /** A connection to the register that runs on this home; empty when none does, whatever an earlier one left behind. */
    public Optional<SocketChannel> connect() {
        try {
            Path path = isTooLong() ? Path.of(Files.readString(pointer)) : socket;
            return Files.exists(path) && (!isTooLong() || isPrivate(path.getParent()))
                    ? Optional.of(SocketChannel.open(UnixDomainSocketAddress.of(path)))
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A pointer may be left over; somebody else may have made the folder that it names since. */
    private boolean isPrivate(@Nullable Path elsewhere) throws IOException {
        if (elsewhere == null) {
            return false;
        }
        PosixFileAttributes found =
                Files.readAttributes(elsewhere, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return found.isDirectory()
                && found.owner().equals(Files.getOwner(pointer.getParent()))
                && found.permissions().equals(PRIVATE);
    }

    /** Opens the socket anew; the caller holds the home's lock, so what is there already is stale. */
    ServerSocketChannel open() throws IOException {
        Path path = socket;
        if (isTooLong()) {
            path = Files.createTempDirectory("sekisho-run-").resolve(NAME);
            AtomicFiles.write(pointer, path.toString().getBytes(StandardCharsets.UTF_8));
        }
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return server.bind(UnixDomainSocketAddress.of(path));
    }

    /** Removes what {@link #open} made. */
    void clear() throws IOException {
        if (isTooLong() && Files.exists(pointer)) {
            Path path = Path.of(Files.readString(pointer));
            Files.deleteIfExists(path);
            Files.deleteIfExists(path.getParent());
        }
        Files.deleteIfExists(pointer);
        Files.deleteIfExists(socket);
    }

    private boolean isTooLong() {
        return socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }
}
