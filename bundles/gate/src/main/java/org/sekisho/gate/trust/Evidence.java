package org.sekisho.gate.trust;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * One look that somebody took at a jar before it was listed. It proves nothing by itself: the list's signature stands behind it.
 *
 * @param type what was done: {@code vetted}
 * @param verifier the program and its version
 * @param avEngine the antivirus and its signatures' version; {@code none} where none was asked
 */
public record Evidence(String type, String verifier, Instant time, String avEngine, AvVerdict avVerdict) {

    /** What the antivirus said. A jar that it found infected cannot be listed. */
    public enum AvVerdict {
        CLEAN,
        NOT_FULLY_SCANNED,
        NOT_SCANNED
    }

    static Evidence of(Fields fields) throws MalformedDocument {
        return new Evidence(
                Form.LINE.of(Allowlist.NAME, fields, "type"),
                Form.LINE.of(Allowlist.NAME, fields, "verifier"),
                time(Form.TIME.of(Allowlist.NAME, fields, "time")),
                Form.LINE.of(Allowlist.NAME, fields, "avEngine"),
                verdict(fields.text("avVerdict")));
    }

    private static Instant time(String time) throws MalformedDocument {
        try {
            return Instant.parse(time);
        } catch (DateTimeParseException e) {
            throw new MalformedDocument(Allowlist.NAME, "time cannot be " + time);
        }
    }

    private static AvVerdict verdict(String name) throws MalformedDocument {
        for (AvVerdict verdict : AvVerdict.values()) {
            if (verdict.name().equals(name)) {
                return verdict;
            }
        }
        throw new MalformedDocument(Allowlist.NAME, "an antivirus verdict that lists nothing");
    }
}
