package org.sekisho.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link Stopwatch} is to do.
 *
 * @param kind {@code sell}, {@code scan} or {@code count}
 * @param rounds how many sales
 * @param codes of pieces, to be scanned in any order
 */
record Task(String kind, int rounds, List<String> codes) {

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(kind, Integer.toString(rounds)));
        lines.addAll(codes);
        Files.write(file, lines);
    }

    static Task read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return new Task(lines.get(0), Integer.parseInt(lines.get(1)), lines.subList(2, lines.size()));
    }
}
