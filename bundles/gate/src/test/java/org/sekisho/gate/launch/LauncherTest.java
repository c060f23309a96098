package org.sekisho.gate.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.attack.Parrot;
import org.sekisho.gate.boot.Phases;
import org.sekisho.gate.control.ControlServer;
import org.sekisho.gate.control.SocketPlace;
import org.sekisho.gate.fixture.TestJar;
import org.sekisho.gate.fixture.TestShop;
import org.sekisho.gate.vouch.TrustStore;

@Timeout(60)
class LauncherTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private TestShop shop;
    private String program;

    @BeforeEach
    void aShop() throws Exception {
        shop = new TestShop(folder);
        program = shop.deliver(
                "program",
                new TestJar("program")
                        .activator(Parrot.class)
                        .header("Import-Package", "org.osgi.framework,org.sekisho.gate.program")
                        .bytes());
        shop.publish(1);
        shop.pin(1);
    }

    private int launch(Duration patience, String... typed) throws Exception {
        Streams streams = new Streams(InputStream.nullInputStream(), utf8(out), utf8(err));
        Map<String, String> environment = Map.of("SEKISHO_HOME", shop.home.toString());
        return new Launcher(shop.installation, environment, streams, new Phases(), new Ending(), patience)
                .run(CommandLine.of(List.of(typed), environment));
    }

    private int launch(String... typed) throws Exception {
        return launch(Duration.ofSeconds(20), typed);
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String warned() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aCommandRunsInARegisterOfItsOwnAndTheHomeRemembersWhatRan() throws Exception {
        assertThat(launch("url", "/none.jar")).isZero();
        assertThat(printed()).isEqualTo("url /none.jar");
        assertThat(new TrustStore(shop.home).memory().versions().timestamp()).isEqualTo(1);
        assertThat(shop.home.resolve("run").toFile().list()).containsExactly("lock");
    }

    @Test
    void whoAsksForHelpTakesNoLockAndSoWritesNothingIntoTheHome() throws Exception {
        try (HomeLock other = HomeLock.take(shop.home.resolve("run")).orElseThrow()) {
            assertThat(other).isNotNull();
            assertThat(launch("url", "--help")).isZero();
        }
        assertThat(printed()).isEqualTo("url --help");
        assertThat(shop.home.resolve("trust")).doesNotExist();
    }

    @Test
    void aHomeThatTheCommandItselfMadeRemembersWhatRan() throws Exception {
        Files.delete(shop.home.resolve("store.json"));
        System.setProperty(Parrot.MAKES, shop.home.resolve("store.json").toString());
        try {
            assertThat(launch("init")).isZero();
        } finally {
            System.clearProperty(Parrot.MAKES);
        }
        assertThat(new TrustStore(shop.home).memory().versions().timestamp()).isEqualTo(1);
    }

    @Test
    void cachesThatAKillLeftBehindAreRemovedAndWhatTheyLinkToStays() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious"), "x");
        Path stale = Files.createDirectories(shop.home.resolve("run/cache-123"));
        Files.createSymbolicLink(stale.resolve("link"), folder);
        launch("url", "/none.jar");
        assertThat(stale).doesNotExist();
        assertThat(precious).exists();
    }

    @Test
    void aRegisterThatMayNotStartSaysWhyInASentence() throws Exception {
        Files.write(shop.repository.folder.resolve("targets/bundles/" + program + ".program.jar"), new byte[] {1});
        assertThat(launch("url", "/none.jar")).isEqualTo(Main.REFUSED);
        assertThat(warned()).contains("NOT_ALLOWED program.jar: changed").contains("The register does not start.");
        assertThat(launch("check")).isEqualTo(Main.REFUSED);
        assertThat(printed()).contains("NOT_ALLOWED program.jar");
    }

    @Test
    void checkNamesWhatRunsAndWritesNothing() throws Exception {
        assertThat(launch("check")).isZero();
        assertThat(printed()).contains("1 bundles of the assembly test 1").contains("DEVELOPMENT KEYS");
        assertThat(shop.home.resolve("trust")).doesNotExist();
    }

    @Test
    void checkSpeaksJsonToMachines() throws Exception {
        assertThat(launch("check", "--json")).isZero();
        assertThat(printed()).contains("\"starts\":true").contains("\"refusals\":[]");
    }

    @Test
    void checkRefusesOtherArguments() throws Exception {
        assertThat(launch("check", "--jsonn")).isEqualTo(Main.USAGE);
    }

    @Test
    void aCommandWaitsForTheOneThatHoldsTheHome() throws Exception {
        HomeLock other = HomeLock.take(shop.home.resolve("run")).orElseThrow();
        CountDownLatch started = new CountDownLatch(1);
        FutureTask<Integer> waiting = new FutureTask<>(() -> {
            started.countDown();
            return launch("url", "/none.jar");
        });
        new Thread(waiting, "test command").start();
        assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
        other.close();
        assertThat(waiting.get(40, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void aCommandThatWaitedLongEnoughSaysSo() throws Exception {
        try (HomeLock other = HomeLock.take(shop.home.resolve("run")).orElseThrow()) {
            assertThat(other).isNotNull();
            assertThat(launch(Duration.ZERO, "url", "/none.jar")).isEqualTo(Main.FAULT);
        }
        assertThat(warned()).contains("another command");
    }

    @Test
    void whileARegisterRunsCommandsGoToItAndRunIsRefused() throws Exception {
        ControlServer server = new ControlServer(
                new SocketPlace(shop.home.resolve("run")),
                invocation -> {
                    invocation.out().print("from the register");
                    return 42;
                },
                Map::of);
        FutureTask<Boolean> serving = new FutureTask<>(() -> {
            server.serve();
            return true;
        });
        new Thread(serving, "test register").start();
        assertThat(launch("list")).isEqualTo(42);
        assertThat(printed()).isEqualTo("from the register");
        assertThat(launch("run")).isEqualTo(Main.FAULT);
        assertThat(warned()).contains("already running");
        server.close();
        assertThat(serving.get(20, TimeUnit.SECONDS)).isTrue();
    }
}
