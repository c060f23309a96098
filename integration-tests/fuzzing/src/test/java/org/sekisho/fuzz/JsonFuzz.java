package org.sekisho.fuzz;

import java.util.Arrays;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.MalformedDocument;

/** Strict JSON; what it reads it writes canonically, and reads again as the same. */
public final class JsonFuzz {

    private static final int LONGEST = 1 << 16;

    private JsonFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        byte[] canonical;
        try {
            canonical = StrictJson.read("input", input, LONGEST).canonical();
        } catch (MalformedDocument e) {
            return;
        }
        try {
            // Canonical JSON escapes neither controls nor half characters, so not all of it is JSON.
            byte[] again = StrictJson.read("canonical", canonical, LONGEST).canonical();
            if (!Arrays.equals(canonical, again)) {
                throw new AssertionError("read differently the second time");
            }
        } catch (MalformedDocument e) {
            if (isPlain(canonical)) {
                throw new AssertionError("what was written cannot be read", e);
            }
        }
    }

    private static boolean isPlain(byte[] bytes) {
        for (byte b : bytes) {
            if (b < ' ' || b == '?') {
                return false;
            }
        }
        return bytes.length <= LONGEST;
    }
}
