package org.sekisho.identity.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Common passwords and simple words, English and Japanese, in plain spelling; read once. */
final class Blocklist {

    /** Of four characters and more. */
    static final List<String> WORDS = read();

    private Blocklist() {}

    private static List<String> read() {
        try (InputStream in = Objects.requireNonNull(Blocklist.class.getResourceAsStream("blocklist.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .flatMap(line -> List.of(line.split(" ")).stream())
                    .map(PlainSpelling::of)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
