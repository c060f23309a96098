package org.sekisho.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The search for new inputs: a moment to see that it works, or an hour for each target in long runs. */
class FuzzingIT {

    private static final Path LOG = Path.of("target", "fuzz", "summary.log");

    @Test
    void theSearchFindsNothing() throws IOException, InterruptedException {
        boolean longRun = Boolean.parseBoolean(System.getenv("SEKISHO_TEST_LONG"));
        Files.createDirectories(LOG.getParent());
        Process search = new ProcessBuilder("../fuzz", longRun ? "all" : "Json", longRun ? "3600" : "5")
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        assertThat(search.waitFor()).as(() -> read(LOG)).isZero();
        assertThat(read(LOG)).contains("nothing found in");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
