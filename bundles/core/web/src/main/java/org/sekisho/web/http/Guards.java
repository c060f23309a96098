package org.sekisho.web.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers that every answer carries, so that a browser does nothing for this page that the page does not need. */
public final class Guards {

    private static final Map<String, String> HEADERS = new LinkedHashMap<>();

    static {
        HEADERS.put(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                        + "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'");
        HEADERS.put("X-Content-Type-Options", "nosniff");
        HEADERS.put("Referrer-Policy", "no-referrer");
        HEADERS.put("Cross-Origin-Opener-Policy", "same-origin");
        HEADERS.put("Cross-Origin-Resource-Policy", "same-origin");
    }

    private Guards() {}

    static Map<String, String> headers() {
        return HEADERS;
    }

    /** The same in the form in which Jetty wants them for the answers that it gives itself. */
    public static String forJettysOwnAnswers() {
        return HEADERS.entrySet().stream()
                .map(header -> header.getKey() + "=" + header.getValue())
                .collect(Collectors.joining("##"));
    }
}
