package org.sekisho.gate.trust;

import org.sekisho.gate.json.Fields;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * The bill of materials of a vetted jar.
 *
 * @param sha256 of the bill's file
 * @param format {@code CycloneDX 1.6}, {@code SPDX-2.3}; may be empty where vetting could not tell
 */
public record Sbom(String sha256, String format) {

    public static final Sbom NONE = new Sbom("", "");

    static Sbom of(Fields fields) throws MalformedDocument {
        return new Sbom(fields.sha256("sha256"), Form.REMARK.of(Allowlist.NAME, fields, "format"));
    }
}
