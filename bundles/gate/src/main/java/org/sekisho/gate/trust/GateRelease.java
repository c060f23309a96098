package org.sekisho.gate.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which release of the gate this is, as its build wrote it down. */
final class GateRelease {

    static final String THIS = read();

    private GateRelease() {}

    /** Compares three numbers with three others. */
    static boolean isAbove(String release, String other) {
        String[] numbers = release.split("\\.", -1);
        String[] others = other.split("\\.", -1);
        for (int i = 0; i < 3; i++) {
            int difference = Integer.compare(Integer.parseInt(numbers[i]), Integer.parseInt(others[i]));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return false;
    }

    private static String read() {
        try (InputStream in = GateRelease.class.getResourceAsStream("release.txt")) {
            String release = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return release.split("-", 2)[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
