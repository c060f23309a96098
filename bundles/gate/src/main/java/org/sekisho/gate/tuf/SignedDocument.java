package org.sekisho.gate.tuf;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * TUF's envelope, read but not yet believed.
 *
 * @param name of the file, for refusals
 * @param signed what the signatures are over
 * @param signatures by key id
 */
public record SignedDocument(String name, Fields signed, Map<String, byte[]> signatures) {

    /** @param type what the document must say it is, so that no role's document passes for another's */
    public static SignedDocument read(String name, byte[] bytes, int longest, String type) throws MalformedDocument {
        return of(name, StrictJson.readWithNulls(name, bytes, longest), type);
    }

    /** The same for an envelope that stands inside another document. */
    public static SignedDocument of(String name, Fields envelope, String type) throws MalformedDocument {
        Fields signed = envelope.object("signed");
        if (!signed.text("_type").equals(type)) {
            throw new MalformedDocument(name, "it is not of the type " + type);
        }
        Map<String, byte[]> signatures = new LinkedHashMap<>();
        for (Fields signature : envelope.objects("signatures")) {
            if (signatures.put(signature.text("keyid"), bytes(signature.text("sig"))) != null) {
                throw new MalformedDocument(name, "a key signed twice");
            }
        }
        return new SignedDocument(name, signed, signatures);
    }

    /** What is not hex is a signature that holds for nothing, like any other wrong one; the others may suffice. */
    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
