package org.sekisho.it.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
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

    @Test
    void verificationIsAPartOfTheStartAndReadsWhatIsDelivered() throws Exception {
        StartedShop shop = new StartedShop(folder.resolve("shop"), INSTALLATION);
        double verification = VerifyBenchmark.verification(shop);
        assertThat(verification).isBetween(0.0, shop.startToLine(shop.sekisho("run", "--until-ready"), "ready "));
        Path grown = VerifyBenchmark.withMore(folder.resolve("more"), INSTALLATION, 2);
        assertThat(VerifyBenchmark.bytes(grown) - VerifyBenchmark.bytes(INSTALLATION))
                .isBetween(2L * VerifyBenchmark.BUNDLE, 2L * VerifyBenchmark.BUNDLE + 20_000);
    }

    @Test
    void everyItemIsLookedUpInMemoryAndInAHashMap() throws Exception {
        Path csv = ManyItems.write(folder.resolve("items.csv"), 3_000);
        assertThat(CatalogueBenchmark.inMemory(folder, csv, 3).ratio()).isPositive();
    }

    @Test
    void theLineThroughPointsOfALineIsThatLine() {
        Line line = Line.through(List.of(1.0, 2.0, 4.0), List.of(5.0, 7.0, 11.0));
        assertThat(line.slope()).isCloseTo(2, within(1e-9));
        assertThat(line.start()).isCloseTo(3, within(1e-9));
        assertThat(line.determination()).isCloseTo(1, within(1e-9));
        assertThat(Line.through(List.of(1.0, 2.0, 3.0), List.of(1.0, 9.0, 2.0)).determination())
                .isLessThan(0.1);
    }
}
