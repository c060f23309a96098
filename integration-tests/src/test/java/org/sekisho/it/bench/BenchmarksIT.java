package org.sekisho.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurements themselves work; what they find is told by {@code integration-tests/bench}, on a quiet machine. */
class BenchmarksIT {

    private static final Path INSTALLATION = Path.of(System.getProperty("sekisho.installation"));

    @TempDir
    Path folder;

    @Test
    void theSameBundlesComeUpInPlainFelix() throws Exception {
        StartedShop shop = new StartedShop(folder, INSTALLATION);
        assertThat(shop.startToLine(shop.plain("run", "--until-ready"), "ready "))
                .isPositive();
    }

    @Test
    void theStopwatchTimesEveryScanAndEverySale() throws Exception {
        TimedRegister register = new TimedRegister(folder, INSTALLATION);
        assertThat(register.measure(new Task("scan", 1, register.demoCodes()))).hasSize(20);
        assertThat(register.measure(new Task("sell", 3, register.demoCodes()))).hasSize(3);
    }
}
