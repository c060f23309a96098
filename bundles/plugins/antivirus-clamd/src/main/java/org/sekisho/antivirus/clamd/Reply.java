package org.sekisho.antivirus.clamd;

import java.util.Locale;

/** What clamd says of one stream. */
sealed interface Reply {

    /** Nothing was found in what it looked at, which need not be all that it was sent. */
    record Ok() implements Reply {}

    record Found(String threat) implements Reply {}

    /** The stream is longer than clamd takes, or clamd says that one of its limits was met. */
    record LimitExceeded(String text) implements Reply {}

    /** Anything else, in clamd's words. */
    record Failed(String text) implements Reply {}

    /** Reads the words of the protocol: {@code stream: OK}, {@code stream: NAME FOUND}, {@code … ERROR}. */
    static Reply of(String text) {
        if (text.equals("stream: OK")) {
            return new Ok();
        }
        if (text.startsWith("stream: ") && text.endsWith(" FOUND")) {
            String threat = text.substring("stream: ".length(), text.length() - " FOUND".length());
            boolean limit = threat.startsWith("Heuristics.Limits.Exceeded");
            return limit ? new LimitExceeded(threat) : new Found(threat);
        }
        boolean limit = text.toLowerCase(Locale.ROOT).contains("size limit exceeded");
        return limit ? new LimitExceeded(text) : new Failed(text);
    }
}
