package org.sekisho.gate.vouch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.sekisho.gate.tuf.Digests;

/**
 * Files, each read once and hashed; some of them already while the documents are still being verified, on a processor that
 * would have nothing to do. Nothing is believed for having been read: whoever asks compares the digest with a vouched one. Safe
 * for many threads.
 */
final class ReadAhead {

    /** So much is read unasked, in bytes: a folder may also hold the bundles of older releases, and memory is bounded. */
    private static final long MOST = 64 << 20;

    private final Map<Path, FutureTask<Content>> contents = new ConcurrentHashMap<>();
    private final Map<Path, FutureTask<String>> digests = new ConcurrentHashMap<>();

    /** A file's bytes, and the digest of these very bytes. */
    static final class Content {

        private final byte[] bytes;
        private final String sha256;

        private Content(byte[] bytes) {
            this.bytes = bytes;
            this.sha256 = Digests.sha256(bytes);
        }

        /** Not a copy. */
        byte[] bytes() {
            return bytes;
        }

        String sha256() {
            return sha256;
        }
    }

    /** Begins with what most likely will be asked for: jars in a folder of bundles, and in one of the platform. */
    void begin(Path bundles, Path modules) {
        Thread thread = new Thread(
                () -> {
                    eachJar(modules, jar -> digestTask(jar).run());
                    eachJar(bundles, jar -> contentTask(jar).run());
                },
                "read ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private static void eachJar(Path folder, Consumer<Path> what) {
        long left = MOST;
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                if (Files.isRegularFile(jar, LinkOption.NOFOLLOW_LINKS) && Files.size(jar) <= left) {
                    left -= Files.size(jar);
                    what.accept(jar);
                }
            }
        } catch (IOException e) {
            // Whoever asks for a file meets the same and says so.
        }
    }

    /** The content of a file, as it was when it was read. */
    Content read(Path file) throws IOException {
        return result(contentTask(file));
    }

    /** The digest of a file, in lower-case hex. */
    String digest(Path file) throws IOException {
        return result(digestTask(file));
    }

    private FutureTask<Content> contentTask(Path file) {
        return contents.computeIfAbsent(file, path -> new FutureTask<>(() -> new Content(Files.readAllBytes(path))));
    }

    private FutureTask<String> digestTask(Path file) {
        return digests.computeIfAbsent(file, path -> new FutureTask<>(() -> stream(path)));
    }

    /** Does the work itself when nobody has begun it. */
    private static <T> T result(FutureTask<T> task) throws IOException {
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while verifying", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static String stream(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 18];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
