package org.sekisho.antivirus.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.antivirus.clamd.fixture.ClamdServer;
import org.sekisho.antivirus.clamd.fixture.Eicar;
import org.sekisho.api.inspection.Verdict;
import org.sekisho.testkit.FixedClock;

/** A real clamd whose settings make it overlook what it is sent. */
class CanaryTest {

    private static final int MIB = 1 << 20;

    @Test
    void canaryOfOursIsWhatItSaysItIs() {
        assertThat(Canary.testFile()).isEqualTo(Eicar.testFile());
        assertThat(Canary.ofSize(MIB)).hasSizeBetween(MIB - 1024, MIB);
    }

    @Test
    void canaryIsKeptForAQuarterOfAnHour(@TempDir Path folder) throws IOException {
        try (ClamdServer server = ClamdServer.start()) {
            FixedClock clock = FixedClock.at("2026-04-01T09:00");
            CanaryWatch watch = new CanaryWatch(MIB, clock);
            Clamd there = clamd(server.address());
            Clamd gone = clamd("unix:" + folder.resolve("none"));

            assertThat(watch.degradation(there, "ClamAV 1")).isEmpty();
            clock.advance(Duration.ofMinutes(14));
            assertThat(watch.degradation(gone, "ClamAV 1"))
                    .as("nobody is asked")
                    .isEmpty();
            assertThatThrownBy(() -> watch.degradation(gone, "ClamAV 2")).isInstanceOf(IOException.class);
            clock.advance(Duration.ofMinutes(1));
            assertThatThrownBy(() -> watch.degradation(gone, "ClamAV 1")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void streamLimitUnderTheCanaryIsDegraded() throws IOException {
        try (ClamdServer small = ClamdServer.start("StreamMaxLength 10M")) {
            assertDegraded(inspect(small));
        }
    }

    @Test
    void engineThatSaysOkToWhatItDoesNotScanIsDegraded() throws IOException {
        try (ClamdServer blind = ClamdServer.start("MaxFileSize 10M")) {
            assertThat(clamd(blind.address()).scan(Canary.ofSize(Limits.USUAL.largest())))
                    .as("what clamd says of a file it did not look at")
                    .isEqualTo(new Reply.Ok());
            assertDegraded(inspect(blind));
        }
    }

    @Test
    void scanLimitUnderTheCanaryIsDegraded() throws IOException {
        try (ClamdServer lazy = ClamdServer.start("MaxScanSize 10M")) {
            assertDegraded(inspect(lazy));
        }
    }

    private static void assertDegraded(Verdict verdict) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Unavailable.class,
                        unavailable -> assertThat(unavailable.why()).startsWith("antivirus degraded"));
    }

    private static Verdict inspect(ClamdServer server) {
        return new ClamdInspector(List.of(new ClamdAddress(server.address())), Limits.USUAL, Clock.systemUTC())
                .inspect("a.txt", new byte[] {1});
    }

    private static Clamd clamd(String address) {
        return new Clamd(new ClamdAddress(address).socketAddress(), Duration.ofSeconds(60));
    }
}
