package org.sekisho.extensions.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.extensions.power.Power;
import org.sekisho.extensions.power.Powers;

/** The jars that ordinary tools made: those of this test's own class path, and all that Maven has fetched to this machine. */
final class OrdinaryJarsTest {

    /** With fewer the share says nothing. */
    private static final int ENOUGH = 1_000;

    /** The rules that ordinary jars break, and why they stay rules; {@code ordinary-jars.txt} has the jars by name. */
    private static final List<String> EXPLAINED =
            List.of("structure.comment", "structure.nested", "structure.file-size");

    @Test
    void everyOneOfTheClassPathIsReadWhole() throws IOException {
        List<Path> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(element -> element.endsWith(".jar"))
                .map(Path::of)
                .toList();
        assertThat(jars).hasSizeGreaterThan(10);
        for (Path jar : jars) {
            Structure structure = Structure.of(Files.readAllBytes(jar));
            assertThat(structure.entries()).as("%s", jar).isNotEmpty();
            assertThat(Powers.of(structure)).as("%s", jar).doesNotContain(Power.UNREADABLE_CODE);
        }
    }

    @Test
    void strictStructureRefusesFewerThanOneInAHundred() throws IOException {
        Map<String, String> tried = new ConcurrentSkipListMap<>();
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("sekisho.maven.repository")))) {
            files.filter(file -> file.toString().endsWith(".jar")).toList().parallelStream()
                    .forEach(jar -> tried.put(String.valueOf(jar.getFileName()), rules(jar)));
        }
        List<String> refused = tried.entrySet().stream()
                .filter(jar -> !jar.getValue().isEmpty())
                .map(jar -> jar.getKey() + " " + jar.getValue())
                .toList();
        report(tried.size(), refused);
        assertThat(tried).isNotEmpty();
        assertThat(refused)
                .allSatisfy(jar -> assertThat(Arrays.asList(jar.split(" ", -1)))
                        .as(jar)
                        .anyMatch(EXPLAINED::contains)
                        .allMatch(word -> word.endsWith(".jar") || EXPLAINED.contains(word)));
        if (tried.size() >= ENOUGH) {
            assertThat(refused.size() * 100).as(refused.toString()).isLessThan(tried.size());
        }
    }

    /** The keys of the rules that it breaks, with blanks between; empty for a strict one. */
    private static String rules(Path jar) {
        try {
            if (Files.size(jar) > Limits.USUAL.fileBytes()) {
                return "structure.file-size";
            }
            Structure structure = Structure.of(Files.readAllBytes(jar));
            Optional<ArchiveEntry> manifest = structure.entries().stream()
                    .filter(entry -> entry.name().equals(ArchiveReader.MANIFEST))
                    .findFirst();
            Stream<Finding> ofManifest =
                    manifest.stream().flatMap(entry -> BundleManifest.read(entry.content()).findings().stream());
            return Stream.concat(structure.findings().stream(), ofManifest)
                    .map(Finding::key)
                    .distinct()
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void report(int tried, List<String> refused) throws IOException {
        List<String> explained = names();
        List<String> log = new ArrayList<>();
        log.add("ordinary jars: %d tried, %d refused (%.2f %%)"
                .formatted(tried, refused.size(), 100.0 * refused.size() / Math.max(1, tried)));
        refused.forEach(
                jar -> log.add("  " + jar + (explained.contains(jar.split(" ", 2)[0]) ? "" : " (not yet named)")));
        log.forEach(System.out::println);
        Files.write(Path.of("target", "ordinary-jars.log"), log);
    }

    private static List<String> names() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/ordinary-jars.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\\s+", 2)[0])
                .toList();
    }
}
