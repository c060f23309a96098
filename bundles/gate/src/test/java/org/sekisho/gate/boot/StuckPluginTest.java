package org.sekisho.gate.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.attack.Sleeper;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.view.Refusal;

/** What the shop added may never come back from its own code: nobody else waits for it. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class StuckPluginTest {

    private final CountDownLatch latch = new CountDownLatch(1);

    @TempDir
    Path folder;

    private LiveShop shop;

    @BeforeEach
    void aShop() throws Exception {
        System.getProperties().put(Sleeper.LATCH, latch);
        shop = new LiveShop(folder);
    }

    @AfterEach
    void letItGo() {
        latch.countDown();
        shop.close();
    }

    private String offer(String name, String blocks) {
        String sha256 = shop.test.offer(
                name,
                "1.0.0",
                LiveShop.jar(name, "1.0.0", Sleeper.class)
                        .header("Blocks", blocks)
                        .header("Offers", "a service")
                        .bytes());
        @SuppressWarnings("unchecked")
        Map<String, Object> entry = (Map<String, Object>) shop.test.allowlist.get(shop.test.allowlist.size() - 1);
        entry.put("services", Map.of("provides", List.of("java.lang.Runnable"), "requires", List.of()));
        return sha256;
    }

    private void running() throws Exception {
        shop.test.publish(1);
        shop.test.pin(1);
        shop.start();
        shop.take(2);
    }

    private boolean isServiceThere() throws Exception {
        return shop.register().context().getServiceReference(Runnable.class) != null;
    }

    private static List<String> sentences(Change change) {
        return change.refused().stream().map(Refusal::sentence).toList();
    }

    @Test
    void aStartThatNeverEndsIsLeftOutAndTheChangeComesBack() throws Exception {
        String stuck = offer("stuck", "start");
        String loyalty = shop.test.offer(
                "loyalty", "1.0.0", LiveShop.marker("loyalty", "1.0.0").bytes());
        running();
        assertThat(sentences(shop.letIn(stuck)))
                .containsExactly("UNRESOLVED stuck-1.0.0.jar: it did not start within 1 seconds. It was left out; sales"
                        + " continue. Restart the register to try it again, and tell your integrator.");
        assertThat(shop.running()).containsExactly("core 1.0.0");
        assertThat(LiveShop.names(shop.letIn(loyalty).started())).containsExactly("loyalty 1.0.0");
    }

    @Test
    void aServiceThatIsNeverMadeIsLeftOutBeforeASaleAsksForIt() throws Exception {
        String stuck = offer("stuck", "service");
        running();
        assertThat(sentences(shop.letIn(stuck)).get(0)).contains("did not start within");
        assertThat(isServiceThere()).isFalse();
        assertThat(shop.running()).containsExactly("core 1.0.0");
    }

    @Test
    void aRegisterComesUpWithoutWhatNeverStarts() throws Exception {
        String stuck = offer("stuck", "start");
        running();
        shop.letIn(stuck);
        shop.close();
        shop.start();
        assertThat(shop.running()).containsExactly("core 1.0.0");
        assertThat(shop.refused()).hasSize(1);
        assertThat(shop.refused().get(0)).contains("did not start within");
    }

    @Test
    void whatRunsIsToldWhileAChangeWaits() throws Exception {
        String stuck = offer("stuck", "start");
        running();
        FutureTask<Change> change = new FutureTask<>(() -> shop.letIn(stuck));
        new Thread(change, "test change").start();
        await().until(this::isServiceThere);
        assertThat(change.isDone()).isFalse();
        assertThat(shop.running()).containsExactly("core 1.0.0");
        assertThat(change.isDone()).isFalse();
        change.get(30, TimeUnit.SECONDS);
    }

    @Test
    void whatItOfferedIsTakenAwayAndWhenItEndsAfterAllItGoes() throws Exception {
        String stuck = offer("stuck", "start");
        running();
        shop.letIn(stuck);
        assertThat(isServiceThere()).isFalse();
        assertThat(shop.register().installed()).contains("stuck");
        latch.countDown();
        await().untilAsserted(() -> assertThat(shop.register().installed()).containsExactly("core"));
    }

    @Test
    void aStopThatNeverEndsIsToldAndWhatItOfferedIsTakenAway() throws Exception {
        String stuck = offer("stuck", "stop");
        running();
        shop.letIn(stuck);
        assertThat(isServiceThere()).isTrue();
        Change change = shop.gate().remove("stuck", shop.mai, Locale.ROOT);
        assertThat(LiveShop.names(change.stopped())).containsExactly("stuck 1.0.0");
        assertThat(sentences(change)).hasSize(1);
        assertThat(sentences(change).get(0))
                .startsWith(
                        "UNRESOLVED stuck-1.0.0.jar: its code does not come to an end. What it offered was taken away");
        assertThat(isServiceThere()).isFalse();
        assertThat(shop.running()).containsExactly("core 1.0.0");
    }

    @Test
    void whatHasNotEndedDoesNotComeInAgain() throws Exception {
        String stuck = offer("stuck", "stop");
        running();
        shop.letIn(stuck);
        shop.gate().remove("stuck", shop.mai, Locale.ROOT);
        assertThat(sentences(shop.letIn(stuck)).get(0)).contains("does not come to an end. It was left out");
        assertThat(shop.running()).containsExactly("core 1.0.0");
    }

    @Test
    void theRegisterEndsInOrderThoughAnAdditionDoesNot() throws Exception {
        String stuck = offer("stuck", "stop");
        running();
        shop.letIn(stuck);
        assertThat(Marker.runs("core")).isEqualTo("1.0.0");
        long before = System.nanoTime();
        shop.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(9));
        assertThat(Marker.runs("core")).isEmpty();
    }

    @Test
    void theRegisterEndsInOrderThoughAnAdditionStillStarts() throws Exception {
        String stuck = offer("stuck", "start");
        running();
        shop.letIn(stuck);
        shop.close();
        assertThat(Marker.runs("core")).isEmpty();
    }
}
