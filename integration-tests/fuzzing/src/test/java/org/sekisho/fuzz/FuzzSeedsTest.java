package org.sekisho.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the search starts from, and whatever it once found, stays found. */
class FuzzSeedsTest {

    private static final Path SEEDS = Path.of("src/test/resources/seeds");
    private static final Duration SOON = Duration.ofSeconds(20);

    @TestFactory
    Stream<DynamicTest> everySeedEndsSoonAndWithoutAnException() throws IOException {
        return targets().stream()
                .flatMap(FuzzSeedsTest::seeds)
                .map(seed -> DynamicTest.dynamicTest(SEEDS.relativize(seed).toString(), () -> run(seed)));
    }

    @Test
    void everyTargetHasSeeds() throws IOException {
        assertThat(targets())
                .hasSizeGreaterThan(8)
                .allSatisfy(target ->
                        assertThat(seeds(target)).as("seeds of %s", target).isNotEmpty());
    }

    /** Found as integration-tests/fuzz finds them. */
    private static List<String> targets() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/test/java/org/sekisho/fuzz"))) {
            return sources.map(source -> source.getFileName().toString())
                    .filter(name -> name.endsWith("Fuzz.java"))
                    .map(name -> name.substring(0, name.length() - "Fuzz.java".length()))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> seeds(String target) {
        try (Stream<Path> files = Files.list(SEEDS.resolve(target))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private static void run(Path seed) throws Exception {
        byte[] input = Files.readAllBytes(seed);
        Method target = Class.forName("org.sekisho.fuzz." + seed.getParent().getFileName() + "Fuzz")
                .getMethod("fuzzerTestOneInput", byte[].class);
        Assertions.assertTimeoutPreemptively(SOON, () -> target.invoke(null, (Object) input));
    }
}
