package org.sekisho.publishing.key;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Bytes as text between two lines that say what they are (RFC 7468). */
public final class Pem {

    private Pem() {}

    public static byte[] of(String type, byte[] content) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return ("-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static boolean is(String type, byte[] text) {
        return new String(text, StandardCharsets.US_ASCII).startsWith("-----BEGIN " + type + "-----");
    }

    /** @throws IllegalArgumentException when there is no base64 in it */
    static byte[] content(byte[] text) {
        return Base64.getMimeDecoder()
                .decode(new String(text, StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----", ""));
    }
}
