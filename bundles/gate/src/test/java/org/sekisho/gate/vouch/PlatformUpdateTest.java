package org.sekisho.gate.vouch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.files.AtomicFiles;
import org.sekisho.gate.fixture.Signer;
import org.sekisho.gate.fixture.TestJar;
import org.sekisho.gate.fixture.TestShop;
import org.sekisho.gate.refusal.RolledBack;
import org.sekisho.gate.tuf.Fetcher;
import org.sekisho.gate.vouch.PlatformUpdate.Outcome;

/** Platforms that take turns, without a process: whatever is tried starts, or does not, as a test says. */
class PlatformUpdateTest {

    private static final String LAUNCHER = "bin/sekisho";

    @TempDir
    Path folder;

    private TestShop test;

    @BeforeEach
    void aDeliveredRegister() throws Exception {
        test = new TestShop(folder);
        test.platform(LAUNCHER, text("delivered"));
        test.deliver("core", new TestJar("core").bytes());
        test.publish(1);
        test.repository.write("metadata/1.root.json", test.repository.root(1));
        test.pin(1);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Fetcher offer(long version) throws Exception {
        test.offerPlatform(LAUNCHER, text("platform " + version));
        return Fetcher.of(test.publishTo(folder.resolve("source" + version), version));
    }

    /** From here on other keys sign, of which the root before knows nothing. */
    private void rotate(long rootVersion, Path... sources) throws Exception {
        Signer before = test.repository.signers.put("root", new Signer(80 + (int) rootVersion));
        test.repository.signers.put("timestamp", new Signer(90 + (int) rootVersion));
        for (Path source : sources) {
            Path root = source.resolve("metadata/" + rootVersion + ".root.json");
            AtomicFiles.write(root, test.repository.root(rootVersion, before));
        }
    }

    private PlatformUpdate update(Path platform) {
        return new PlatformUpdate(new Installation(platform), Clock.systemUTC());
    }

    private Outcome take(Path platform, Fetcher source) throws Exception {
        return update(platform).take(source, file -> {}, draft -> true);
    }

    private Path platform(String name) {
        return test.installation.resolve("platform").resolve(name);
    }

    /** A start with the home, to its end. */
    private long start(Path platform) throws Exception {
        Installation installation = new Installation(platform);
        Vouched vouched = Vouching.vouch(installation, Optional.of(test.home), Clock.systemUTC());
        new Shop(installation, test.home, Clock.systemUTC()).settle(vouched);
        return vouched.lists().repository().versions().targets();
    }

    @Test
    void aHomeStartsAgainByThePlatformBeforeARotatedRoot() throws Exception {
        start(test.installation);
        rotate(2, folder.resolve("source2"));
        assertThat(take(test.installation, offer(2))).isEqualTo(Outcome.TAKEN);
        assertThat(start(platform("a"))).isEqualTo(2);
        assertThat(update(platform("a")).back(draft -> true)).isEqualTo(Outcome.TAKEN);
        Path kept;
        try (var files = Files.walk(test.home.resolve("trust"))) {
            kept = files.filter(file -> file.endsWith("2.root.json"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(start(test.installation)).isEqualTo(2);
        Files.delete(kept);
        assertThat(start(test.installation)).as("of a home that never kept it").isEqualTo(2);
    }

    @Test
    void oneUpgradeAtATime() throws Exception {
        Fetcher source = offer(2);
        Outcome outcome = update(test.installation).take(source, file -> {}, draft -> {
            try {
                assertThat(take(test.installation, source)).isEqualTo(Outcome.BUSY);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            assertThat(update(test.installation).back(other -> true)).isEqualTo(Outcome.BUSY);
            return true;
        });
        assertThat(outcome).isEqualTo(Outcome.TAKEN);
        assertThat(platform("a").resolve(LAUNCHER)).hasContent("platform 2");
    }

    @Test
    void aSlotThatTurnsLiveMeanwhileIsNotReplaced() throws Exception {
        take(test.installation, offer(2));
        take(platform("a"), offer(3));
        Fetcher source = offer(4);
        Outcome outcome = update(platform("b")).take(source, file -> {}, draft -> {
            Files.writeString(platform("live"), "a\n");
            return true;
        });
        assertThat(outcome).isEqualTo(Outcome.BUSY);
        assertThat(platform("a").resolve(LAUNCHER)).hasContent("platform 2");
        assertThat(platform("new")).doesNotExist();
    }

    @Test
    void noSlotIsThereByHalf() throws Exception {
        take(test.installation, offer(2));
        take(platform("a"), offer(3));
        Files.move(platform("a"), platform("old-a"));
        assertThat(take(platform("b"), Fetcher.of(folder.resolve("source3")))).isEqualTo(Outcome.NOTHING_NEWER);
        assertThat(platform("a").resolve(LAUNCHER)).hasContent("platform 2");
        Files.createDirectories(platform("old-a").resolve("bin"));
        assertThat(take(platform("b"), offer(4))).isEqualTo(Outcome.TAKEN);
        assertThat(platform("old-a")).doesNotExist();
        assertThat(platform("a").resolve(LAUNCHER)).hasContent("platform 4");
    }

    @Test
    void whatDoesNotStartAnyMoreIsNotTurnedBackTo() throws Exception {
        take(test.installation, offer(2));
        assertThat(update(platform("a")).back(tried -> {
                    assertThat(tried.resolve(LAUNCHER)).hasContent("delivered");
                    assertThat(tried.resolve("lib/modules/gate.jar")).exists();
                    return false;
                }))
                .isEqualTo(Outcome.DOES_NOT_START);
        assertThat(platform("live")).hasContent("a");
        assertThat(platform("new")).doesNotExist();
        assertThat(test.installation.resolve("lib/modules/gate.jar")).exists();
    }

    @Test
    void afterTurningBackNothingOlderThanTheOtherPlatformIsTaken() throws Exception {
        Fetcher between = offer(9);
        take(test.installation, offer(8));
        take(platform("a"), offer(10));
        assertThat(update(platform("b")).back(draft -> true)).isEqualTo(Outcome.TAKEN);
        assertThatThrownBy(() -> take(platform("a"), between)).isInstanceOf(RolledBack.class);
        assertThat(take(platform("a"), offer(11))).isEqualTo(Outcome.TAKEN);
    }

    @Test
    void aDamagedInstallationIsMended() throws Exception {
        Fetcher same = Fetcher.of(test.publishTo(folder.resolve("source"), 1));
        assertThat(take(test.installation, same)).isEqualTo(Outcome.NOTHING_NEWER);
        test.repository.write("metadata/timestamp.json", text("damaged"));
        assertThat(take(test.installation, same)).isEqualTo(Outcome.TAKEN);
        assertThat(start(platform("a"))).isEqualTo(1);
    }
}
