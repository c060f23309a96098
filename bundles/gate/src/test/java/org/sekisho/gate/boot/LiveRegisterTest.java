package org.sekisho.gate.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.sekisho.gate.fixture.Signer;
import org.sekisho.gate.fixture.TestJar;
import org.sekisho.gate.fixture.TestShop;
import org.sekisho.gate.fixture.WebServer;
import org.sekisho.gate.message.Messages;
import org.sekisho.gate.message.Sentences;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.gate.operate.Change;
import org.sekisho.gate.operate.Declined;
import org.sekisho.gate.operate.DocumentVersion;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.view.LoadedBundle;
import org.sekisho.gate.view.RefusalCode;
import org.sekisho.gate.vouch.VerifiedBundle;

/** What the shop lets in comes and goes while the register runs. */
class LiveRegisterTest {

    private static final String MARK = "sekisho.test.live";

    private final ApproverKey mai = new Signer(61).as("mai");

    @TempDir
    Path folder;

    private TestShop test;
    private Register register;
    private OperatedGate gate;
    private String first;

    /** Says which version of it runs. */
    public static final class Plugin implements BundleActivator {

        @Override
        public void start(BundleContext context) {
            if (context.getBundle().getHeaders().get("Fails") != null) {
                throw new IllegalStateException("it does not come up");
            }
            System.setProperty(MARK, context.getBundle().getVersion().toString());
        }

        @Override
        public void stop(BundleContext context) {
            System.clearProperty(MARK);
        }
    }

    @BeforeEach
    void aRunningRegister() throws Exception {
        System.clearProperty(MARK);
        test = new TestShop(folder);
        test.people.clear();
        test.deliver("core", new TestJar("core").bytes());
        first = test.offer("loyalty", "1.0.0", plugin("1.0.0").bytes());
        test.publish(1);
        test.pin(1);
        Path storage = Files.createDirectory(folder.resolve("storage"));
        RefusalRecord refusals = new RefusalRecord(() -> Optional.of(test.home));
        var vouched = test.vouch();
        register = Register.start(
                test.home, storage, vouched, test.open(), new Sentences(Messages.of(Map.of())), refusals, new Phases());
        gate = register.operated();
        take(2);
    }

    @AfterEach
    void stop() {
        register.stop();
    }

    private static TestJar plugin(String version) {
        return new TestJar("loyalty")
                .header("Bundle-Version", version)
                .activator(Plugin.class)
                .header("Import-Package", "org.osgi.framework");
    }

    private Change take(long version) throws Exception {
        test.publishTo(folder.resolve("source"), version);
        return gate.update("source", folder, Locale.ROOT, file -> {});
    }

    private Change followUp() throws Exception {
        String awaited = gate.awaited().get(0).sha256();
        return gate.install(gate.fetch(awaited, Locale.ROOT), Locale.ROOT);
    }

    private Change letIn(String sha256) throws Exception {
        gate.approve(sha256, List.of(mai), Locale.ROOT);
        return gate.install(gate.fetch(sha256, Locale.ROOT), Locale.ROOT);
    }

    private static List<String> names(List<LoadedBundle> bundles) {
        return bundles.stream()
                .map(bundle -> bundle.symbolicName() + " " + bundle.version())
                .toList();
    }

    private static String runs() {
        return System.getProperty(MARK);
    }

    @Test
    void approvedAndInstalledItRunsAtOnce() throws Exception {
        assertThat(names(letIn(first).started())).containsExactly("loyalty 1.0.0");
        assertThat(runs()).isEqualTo("1.0.0");
    }

    @Test
    void whatIsNotWhatTheJournalSawIsTakenOutOfTheRunningRegister() throws Exception {
        letIn(first);
        ShopVersions now = gate.standing().shop();
        assertThat(gate.hold(now, Locale.ROOT).stopped()).isEmpty();
        assertThat(runs()).isEqualTo("1.0.0");
        ShopVersions journal =
                new ShopVersions(0, new DocumentVersion(1, "a".repeat(64)), new DocumentVersion(1, "b".repeat(64)));
        assertThat(names(gate.hold(journal, Locale.ROOT).stopped())).containsExactly("loyalty 1.0.0");
        assertThat(runs()).isNull();
        assertThat(gate.running()).extracting(VerifiedBundle::belongsToRegister).containsOnly(true);
        assertThat(gate.standing().shop().isBehind(journal)).isTrue();
        take(3);
        assertThat(runs()).isNull();
        assertThatThrownBy(() -> gate.approve(first, List.of(mai), Locale.ROOT)).isInstanceOf(Declined.class);
    }

    @Test
    void anUpdateReplacesItWithoutARestart() throws Exception {
        letIn(first);
        test.offer("loyalty", "2.0.0", plugin("2.0.0").bytes());
        assertThat(take(3).stopped()).isEmpty();
        Change change = followUp();
        assertThat(names(change.started())).containsExactly("loyalty 2.0.0");
        assertThat(names(change.stopped())).containsExactly("loyalty 1.0.0");
        assertThat(runs()).isEqualTo("2.0.0");
        assertThat(register.installed()).containsExactly("core", "loyalty");
    }

    @Test
    void anUpdateThatDoesNotComeUpGivesItsPlaceBack() throws Exception {
        letIn(first);
        test.offer("loyalty", "2.0.0", plugin("2.0.0").header("Fails", "yes").bytes());
        take(3);
        Change change = followUp();
        assertThat(change.started()).isEmpty();
        assertThat(change.stopped()).isEmpty();
        assertThat(change.refused()).extracting(refusal -> refusal.code()).containsExactly(RefusalCode.UNRESOLVED);
        assertThat(runs()).isEqualTo("1.0.0");
    }

    @Test
    void revokedNowItStopsNow() throws Exception {
        letIn(first);
        test.revoke(first, "off-now");
        assertThat(names(take(3).stopped())).containsExactly("loyalty 1.0.0");
        assertThat(runs()).isNull();
    }

    @Test
    void revokedAtDayCloseItStopsWhenTheDayCloses() throws Exception {
        letIn(first);
        test.revoke(first, "off-at-day-close");
        assertThat(take(3).stopped()).isEmpty();
        assertThat(runs()).isEqualTo("1.0.0");
        assertThat(names(gate.dayClosed(Locale.ROOT).stopped())).containsExactly("loyalty 1.0.0");
        assertThat(runs()).isNull();
    }

    @Test
    void removedItStops() throws Exception {
        letIn(first);
        gate.remove("loyalty", List.of(mai), Locale.ROOT);
        assertThat(runs()).isNull();
        assertThat(register.installed()).containsExactly("core");
    }

    @Test
    void aNewVersionOfTheRegisterItselfWaitsForTheNextStart() throws Exception {
        String better = test.offer(
                "core",
                "1.0.1",
                new TestJar("core").header("Bundle-Version", "1.0.1").bytes());
        test.assembly.set(0, better);
        Change change = take(3);
        assertThat(names(change.atNextStart())).containsExactly("core 1.0.1");
        assertThat(register.installed()).containsExactly("core");
    }

    @Test
    void whatTheGateDeclinesIsASentenceInTheReadersLanguage() {
        assertThatThrownBy(() -> gate.install(new byte[] {1}, Locale.JAPANESE))
                .isInstanceOfSatisfying(
                        Declined.class,
                        declined -> assertThat(declined.refusals().get(0).sentence())
                                .startsWith("NOT_ALLOWED ")
                                .contains("販売は続けられます"));
        assertThatThrownBy(() -> gate.install(new byte[] {1}, Locale.ROOT))
                .isInstanceOfSatisfying(
                        Declined.class,
                        declined -> assertThat(declined.refusals().get(0).sentence())
                                .endsWith("not in this shop’s allowlist. Nothing was installed; sales continue."
                                        + " Ask your integrator to vet it."));
    }

    @Test
    void whoTakesBackWhatWasNeverAddedHearsJustThat() {
        assertThatThrownBy(() -> gate.remove("nobody", List.of(mai), Locale.ROOT))
                .isInstanceOfSatisfying(
                        Declined.class,
                        declined -> assertThat(declined.refusals().get(0).sentence())
                                .startsWith("NOT_APPROVED nobody: nothing of this name was added in this shop."));
    }

    @Test
    @Timeout(60)
    void nobodyWaitsForAnUpdateThatFetches() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        try (WebServer slow = new WebServer((path, out) -> {
            asked.countDown();
            while (answer.getCount() > 0) {
                LockSupport.parkNanos(10_000_000);
            }
        })) {
            FutureTask<Change> update =
                    new FutureTask<>(() -> gate.update(slow.address().toString(), folder, Locale.ROOT, file -> {}));
            new Thread(update, "test update").start();
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(names(letIn(first).started())).containsExactly("loyalty 1.0.0");
            assertThat(update.isDone()).isFalse();
            answer.countDown();
            assertThatThrownBy(update::get).hasCauseInstanceOf(IOException.class);
        }
    }
}
