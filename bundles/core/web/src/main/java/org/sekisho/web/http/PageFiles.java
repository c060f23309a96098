package org.sekisho.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page's files, from this bundle alone; nothing on the disk is reachable. Each is read once. Safe for many threads. */
final class PageFiles {

    static final String TAG = "ETag";

    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9][a-z0-9-]*/)*[A-Za-z0-9][A-Za-z0-9-]*(?:\\.[a-z0-9-]+)+");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "ttf", "font/ttf");

    private final Map<String, Answer> read = new ConcurrentHashMap<>();

    /**
     * The file with its tag, which changes whenever its bytes do.
     *
     * @param path as it was asked for: {@code /}, {@code /register.js}
     */
    Optional<Answer> find(String path) {
        String name = path.equals("/") ? "index.html" : path.substring(1);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(read.computeIfAbsent(name, wanted -> read(wanted, type)));
    }

    private static @Nullable Answer read(String name, String type) {
        try (InputStream in = PageFiles.class.getResourceAsStream("/org/sekisho/web/page/" + name)) {
            if (in == null) {
                return null;
            }
            byte[] content = in.readAllBytes();
            return Answer.of(type, content).with(TAG, '"' + sha256(content) + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
