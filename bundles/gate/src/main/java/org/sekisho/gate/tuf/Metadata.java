package org.sekisho.gate.tuf;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.Expired;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * What all four roles' documents have in common.
 *
 * @param version at least 1
 * @param expires after that nothing is installed by it; it is never a reason to stop running
 */
record Metadata(SignedDocument document, long version, Instant expires) {

    /** In bytes, where no other metadata tell. */
    static final int LONGEST = 8 << 20;

    /** RFC 3339 in UTC, as TUF wants it. */
    private static final Pattern WHOLE_SECOND = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    static Metadata read(Role role, String name, byte[] bytes) throws MalformedDocument {
        SignedDocument document = SignedDocument.read(name, bytes, LONGEST, role.type());
        Fields signed = document.signed();
        if (!signed.text("spec_version").matches("1(\\.[0-9]+){1,2}")) {
            throw new MalformedDocument(name, "its specification is not TUF 1");
        }
        long version = signed.number("version");
        if (version < 1) {
            throw new MalformedDocument(name, "its version is " + version);
        }
        return new Metadata(document, version, instant(name, "expires", signed));
    }

    private static Instant instant(String name, String field, Fields fields) throws MalformedDocument {
        String text = fields.text(field);
        try {
            if (WHOLE_SECOND.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeParseException e) {
            // Falls through: such as a thirteenth month.
        }
        throw new MalformedDocument(name, field + " is no time: " + text);
    }

    /**
     * When it was signed: the field {@code time}, which TUF does not know and other clients pass over.
     *
     * @throws MalformedDocument when the field holds something else
     */
    Optional<Instant> time() throws MalformedDocument {
        return signed().has("time") ? Optional.of(instant(name(), "time", signed())) : Optional.empty();
    }

    /** What these metadata say of others. */
    Fields meta(String name) throws MalformedDocument {
        return signed().object("meta").object(name);
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    /** @throws Expired when it is no longer to be trusted with anything new */
    void requireFresh(Instant now) throws Expired {
        if (isExpired(now)) {
            throw new Expired(name(), expires);
        }
    }

    String name() {
        return document.name();
    }

    Fields signed() {
        return document.signed();
    }
}
