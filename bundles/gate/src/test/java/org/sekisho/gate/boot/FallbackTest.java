package org.sekisho.gate.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.operate.Change;

/** Where the newest version does not come up, an older one that may run does. */
class FallbackTest {

    @TempDir
    Path folder;

    private LiveShop shop;
    private String first;

    @BeforeEach
    void aRegisterWithAnAddition() throws Exception {
        shop = new LiveShop(folder);
        first = shop.test.offer(
                "loyalty", "1.0.0", LiveShop.marker("loyalty", "1.0.0").bytes());
        shop.test.publish(1);
        shop.test.pin(1);
        shop.start();
        shop.take(2);
        shop.letIn(first);
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    private String offerAFailingOne() {
        return shop.test.offer(
                "loyalty",
                "2.0.0",
                LiveShop.marker("loyalty", "2.0.0").header("Fails", "yes").bytes());
    }

    @Test
    void atTheNextStartTooTheOlderOneRuns() throws Exception {
        offerAFailingOne();
        shop.take(3);
        assertThat(shop.followUp().refused()).hasSize(1);
        shop.close();
        shop.start();
        assertThat(Marker.runs("loyalty")).isEqualTo("1.0.0");
        assertThat(shop.running()).containsExactly("core 1.0.0", "loyalty 1.0.0");
        assertThat(shop.refused()).hasSize(1);
        assertThat(shop.refused().get(0)).startsWith("UNRESOLVED loyalty-2.0.0.jar: it cannot start here");
    }

    @Test
    void atTheNextStartTheOlderOneRunsWhereTheNewestIsSpoilt() throws Exception {
        String second = shop.test.offer(
                "loyalty", "2.0.0", LiveShop.marker("loyalty", "2.0.0").bytes());
        shop.take(3);
        shop.followUp();
        shop.close();
        spoil(second);
        shop.start();
        assertThat(Marker.runs("loyalty")).isEqualTo("1.0.0");
        assertThat(shop.test.vouch().refused()).hasSize(1);
    }

    private void spoil(String sha256) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shop.test.home.resolve("bundles"), sha256 + "*")) {
            for (Path file : files) {
                Files.write(file, new byte[(int) Files.size(file)]);
            }
        }
    }

    @Test
    void whatFailedIsNotTriedAgainByAChangeOfSomethingElse() throws Exception {
        offerAFailingOne();
        shop.take(3);
        shop.followUp();
        String starts = Marker.starts();
        Change change = shop.take(4);
        assertThat(Marker.starts()).isEqualTo(starts);
        assertThat(change.stopped()).isEmpty();
        assertThat(change.refused()).isEmpty();
        assertThat(Marker.runs("loyalty")).isEqualTo("1.0.0");
    }

    @Test
    void whoeverInstallsItAgainMeansIt() throws Exception {
        String second = offerAFailingOne();
        shop.take(3);
        shop.followUp();
        Change change = shop.gate().install(shop.gate().fetch(second, Locale.ROOT), Locale.ROOT);
        assertThat(change.refused()).hasSize(1);
        assertThat(Marker.starts()).isEqualTo("1.0.0 1.0.0 2.0.0 1.0.0 2.0.0 1.0.0");
    }

    @Test
    void aSuccessorTakesThePlaceOfWhatMightHaveStayedUntilTheDayCloses() throws Exception {
        shop.test.offer("loyalty", "2.0.0", LiveShop.marker("loyalty", "2.0.0").bytes());
        shop.test.revoke(first, "off-at-day-close");
        shop.take(3);
        assertThat(shop.running()).contains("loyalty 1.0.0");
        Change change = shop.followUp();
        assertThat(LiveShop.names(change.stopped())).containsExactly("loyalty 1.0.0");
        assertThat(shop.running()).containsExactly("core 1.0.0", "loyalty 2.0.0");
    }

    @Test
    void whatMayStayUntilTheDayClosesComesBackWhereItsSuccessorFails() throws Exception {
        offerAFailingOne();
        shop.test.revoke(first, "off-at-day-close");
        shop.take(3);
        assertThat(shop.followUp().refused()).hasSize(1);
        assertThat(shop.running()).containsExactly("core 1.0.0", "loyalty 1.0.0");
        shop.gate().dayClosed(Locale.ROOT);
        assertThat(shop.running()).containsExactly("core 1.0.0");
    }
}
