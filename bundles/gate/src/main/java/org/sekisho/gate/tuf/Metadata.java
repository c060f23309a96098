package org.sekisho.gate.tuf;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * What all four roles' documents have in common.
 *
 * @param version at least 1
 * @param expires after that nothing is installed by it; it is never a reason to stop running
 */
record Metadata(SignedDocument document, long version, Instant expires) {

    private static final int LONGEST = 4 << 20;

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
        try {
            return new Metadata(document, version, Instant.parse(signed.text("expires")));
        } catch (DateTimeParseException e) {
            throw new MalformedDocument(name, "its date of expiry is none");
        }
    }

    String name() {
        return document.name();
    }

    Fields signed() {
        return document.signed();
    }
}
