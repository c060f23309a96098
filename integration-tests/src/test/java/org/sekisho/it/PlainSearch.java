package org.sekisho.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks for words in all files of a folder, as a thief of the disk would: in every encoding that the register could have used. */
record PlainSearch(List<String> words) {

    private static final List<Charset> ENCODINGS = List.of(UTF_8, UTF_16LE, UTF_16BE, Charset.forName("windows-31j"));

    /** Each word found: in which file, and how it was written there. */
    List<String> in(Path folder) {
        List<String> found = new ArrayList<>();
        for (Path file : files(folder)) {
            String bytes = read(file);
            for (String word : words) {
                spellings(word).forEach((name, spelling) -> {
                    if (bytes.contains(spelling)) {
                        found.add(folder.relativize(file) + ": " + word + " in " + name);
                    }
                });
            }
        }
        return found;
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The word's bytes, one character a byte. */
    private static Map<String, String> spellings(String word) {
        Map<String, String> spellings = new TreeMap<>();
        for (Charset encoding : ENCODINGS) {
            spellings.put(encoding.name(), new String(word.getBytes(encoding), ISO_8859_1));
        }
        // As HSQLDB's own files and JSON write what is not ASCII.
        StringBuilder escaped = new StringBuilder();
        word.chars()
                .forEach(c ->
                        escaped.append(c < 0x80 ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04x", c)));
        spellings.put("escapes", escaped.toString());
        return spellings;
    }
}
