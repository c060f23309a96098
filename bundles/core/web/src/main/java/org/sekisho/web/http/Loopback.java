package org.sekisho.web.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a call was meant for this machine and comes from this page. Listening on loopback is not enough: a foreign page can make a
 * browser here call a name of its own that resolves to 127.0.0.1 (DNS rebinding); the Host header then tells.
 */
final class Loopback {

    private static final Pattern HOST = Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1\\])(?::[0-9]{1,5})?");
    private static final String SCHEME = "http://";

    private Loopback() {}

    static boolean isHost(@Nullable String host) {
        return host != null && HOST.matcher(host).matches();
    }

    /** @param origin as the browser sent it; none is fine, since a browser sends one with every call from another page */
    static boolean isOrigin(@Nullable String origin, @Nullable String host) {
        return origin == null || origin.equals(SCHEME + host);
    }
}
