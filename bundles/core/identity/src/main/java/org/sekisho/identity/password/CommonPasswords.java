package org.sekisho.identity.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The 30,000 passwords that people use most, as the zxcvbn project keeps them. Read anew for each password that somebody sets (some
 * milliseconds), so that no sale pays for the list with memory.
 */
final class CommonPasswords {

    private CommonPasswords() {}

    /** Whether one of them, in plain spelling, is all that there is, but for fewer than so many digits and symbols before and behind. */
    static boolean areNearlyAllOf(NewPassword password, int fewerThan) {
        int from = 0;
        int to = password.length();
        while (from < to && !password.isLetterAt(from)) {
            from++;
        }
        while (to > from && !password.isLetterAt(to - 1)) {
            to--;
        }
        int around = from + password.length() - to;
        boolean coreCounts = around > 0 && around < fewerThan;
        return has(password, 0, password.length()) || (coreCounts && has(password, from, to));
    }

    private static boolean has(NewPassword password, int from, int to) {
        try (InputStream in = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("passwords.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .anyMatch(line -> line.length() == to - from && password.hasWordAt(from, PlainSpelling.of(line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
