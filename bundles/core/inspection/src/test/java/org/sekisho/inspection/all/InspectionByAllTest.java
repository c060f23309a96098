package org.sekisho.inspection.all;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.inspection.FileInspector;
import org.sekisho.api.inspection.Verdict;

class InspectionByAllTest {

    private static final byte[] FILE = {1, 2, 3};
    private static final Verdict CLEAN = new Verdict.Clean("Engine 1");
    private static final Verdict INFECTED = new Verdict.Infected("Test.Virus");
    private static final Verdict PARTLY = new Verdict.NotFullyScanned("too large");
    private static final Verdict NOBODY = new Verdict.Unavailable("not running");

    private final InspectionByAll inspection = new InspectionByAll(Duration.ofSeconds(20));

    @AfterEach
    void stop() {
        inspection.stop();
    }

    @Test
    void withoutInspectorsNothingIsClean() {
        assertThat(inspection.inspect("a.jar", FILE)).isInstanceOf(Verdict.Unavailable.class);
    }

    @Test
    void allCleanIsCleanAndNamesTheEngines() {
        add(CLEAN);
        add(new Verdict.Clean("Engine 2"));

        assertThat(inspection.inspect("a.jar", FILE)).isEqualTo(new Verdict.Clean("Engine 1, Engine 2"));
    }

    @Test
    void worstVerdictWins() {
        add(CLEAN);
        add(NOBODY);
        assertThat(inspection.inspect("a.jar", FILE)).isEqualTo(NOBODY);
        add(PARTLY);
        assertThat(inspection.inspect("a.jar", FILE)).isEqualTo(PARTLY);
        add(INFECTED);
        assertThat(inspection.inspect("a.jar", FILE)).isEqualTo(INFECTED);
    }

    @Test
    void inspectorThatThrowsHasNotScanned() {
        add(CLEAN);
        inspection.addInspector(inspector(content -> {
            throw new IllegalStateException("out of order");
        }));

        assertThat(inspection.inspect("a.jar", FILE))
                .isInstanceOfSatisfying(
                        Verdict.Unavailable.class,
                        verdict -> assertThat(verdict.why()).contains("out of order"));
    }

    @Test
    void inspectorThatBreaksOnLinkageHasNotScanned() {
        inspection.addInspector(inspector(content -> {
            throw new NoClassDefFoundError("org/example/Gone");
        }));

        assertThat(inspection.inspect("a.jar", FILE)).isInstanceOf(Verdict.Unavailable.class);
    }

    @Test
    @SuppressWarnings("NullAway") // a plugin may break its promise
    void inspectorThatAnswersNothingHasNotScanned() {
        add(CLEAN);
        inspection.addInspector(inspector(content -> null));

        assertThat(inspection.inspect("a.jar", FILE)).isInstanceOf(Verdict.Unavailable.class);
    }

    @Test
    void inspectorThatDoesNotAnswerInTimeHasNotScannedAndIsInterrupted() throws InterruptedException {
        InspectionByAll hasty = new InspectionByAll(Duration.ofMillis(50));
        CountDownLatch interrupted = new CountDownLatch(1);
        hasty.addInspector(inspector(content -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return CLEAN;
        }));

        assertThat(hasty.inspect("a.jar", FILE)).isInstanceOf(Verdict.Unavailable.class);
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        hasty.stop();
    }

    @Test
    void inspectorCannotChangeWhatOthersSee() {
        AtomicReference<byte[]> seen = new AtomicReference<>();
        inspection.addInspector(inspector(content -> {
            content[0] = 99;
            seen.set(content);
            return CLEAN;
        }));

        inspection.inspect("a.jar", FILE);

        assertThat(seen.get()).containsExactly(99, 2, 3);
        assertThat(FILE).containsExactly(1, 2, 3);
    }

    @Test
    void inspectorThatLeftIsNotAsked() {
        FileInspector gone = inspector(content -> INFECTED);
        inspection.addInspector(gone);
        add(CLEAN);
        inspection.removeInspector(gone);

        assertThat(inspection.inspect("a.jar", FILE)).isEqualTo(CLEAN);
    }

    private void add(Verdict verdict) {
        inspection.addInspector(inspector(content -> verdict));
    }

    private static FileInspector inspector(Function<byte[], Verdict> look) {
        return new FileInspector() {
            @Override
            public String name() {
                return "Test";
            }

            @Override
            public Verdict inspect(String fileName, byte[] content) {
                return look.apply(content);
            }
        };
    }
}
