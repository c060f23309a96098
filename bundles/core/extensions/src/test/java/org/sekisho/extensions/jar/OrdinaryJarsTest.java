package org.sekisho.extensions.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.sekisho.extensions.power.Power;
import org.sekisho.extensions.power.Powers;

/** The jars that ordinary tools made, which stand on this test's own class path. */
final class OrdinaryJarsTest {

    @Test
    void everyOneIsReadWholeAndTheRulesItBreaksAreKnown(TestReporter reporter) throws IOException {
        Map<String, String> broken = new TreeMap<>();
        for (Path jar : jars()) {
            Structure structure = Structure.of(Files.readAllBytes(jar));
            assertThat(structure.entries()).as("%s", jar).isNotEmpty();
            assertThat(Powers.of(structure)).as("%s", jar).doesNotContain(Power.UNREADABLE_CODE);
            if (structure instanceof Structure.Broken) {
                broken.put(
                        String.valueOf(jar.getFileName()),
                        structure.findings().stream()
                                .map(Finding::key)
                                .distinct()
                                .collect(Collectors.joining(" ")));
            }
        }
        reporter.publishEntry(broken);
        assertThat(broken.values())
                .allSatisfy(
                        rules -> assertThat(Arrays.asList(rules.split(" ", -1))).isSubsetOf(KNOWN));
    }

    /** What ordinary jars do that strict ones must not; the assembler lays such jars out anew before it signs them. */
    private static final List<String> KNOWN = List.of("structure.comment", "structure.file-type");

    private static List<Path> jars() {
        List<Path> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(element -> element.endsWith(".jar"))
                .map(Path::of)
                .toList();
        assertThat(jars).hasSizeGreaterThan(10);
        return jars;
    }
}
