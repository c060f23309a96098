package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.distribution.DevelopmentKeys;
import org.sekisho.distribution.Installation;

/** A newer platform takes its turn beside the one that runs; whatever goes wrong, the register sells by the one before. */
class UpgradeIT {

    private static final String OPTIONS = "lib/register.options";

    @TempDir
    Path folder;

    private Path shop;
    private Installation integrator;
    private Register register;

    @BeforeEach
    void aShopWithAnInstallationOfItsOwn() throws Exception {
        Path delivered = Path.of(System.getProperty("sekisho.installation"));
        shop = Installation.copy(delivered, folder.resolve("sekisho"), DevelopmentKeys.ofThisUser())
                .folder();
        integrator = Installation.copy(delivered, folder.resolve("integrator"), DevelopmentKeys.ofThisUser());
        register = new Register(folder, shop).initialise();
    }

    /** A release whose platform differs from every other. */
    private void release(String mark) throws Exception {
        releaseWith("\"-Dsekisho.mark=" + mark + "\"\n");
    }

    private void releaseWith(String option) throws Exception {
        String options = Files.readString(
                Path.of(System.getProperty("sekisho.installation")).resolve(OPTIONS));
        integrator.platform(OPTIONS, (options + option).getBytes(StandardCharsets.UTF_8));
        integrator.publish();
    }

    private Path site() {
        return integrator.folder().resolve("repository");
    }

    private Answer upgrade() {
        return register.sekisho("", "upgrade", "--from", site());
    }

    /** The options of the platform that the next start uses. */
    private String options() throws IOException {
        Path live = shop.resolve("platform/live");
        String slot = Files.exists(live) ? Files.readString(live).strip() : "delivered";
        return Files.readString(
                (slot.equals("delivered") ? shop : shop.resolve("platform").resolve(slot)).resolve(OPTIONS));
    }

    private long targets() {
        return JsonParser.parseString(register.must("", "check", "--json").out())
                .getAsJsonObject()
                .getAsJsonObject("versions")
                .get("targets")
                .getAsLong();
    }

    @Test
    void theNextStartRunsTheNewOneAndTheOneBeforeIsKept() throws Exception {
        long delivered = targets();
        release("first");
        try (Running running = register.run()) {
            assertThat(upgrade().exitCode()).isZero();
            register.sells();
            assertThat(options()).contains("first");
            running.stop();
        }
        assertThat(targets()).isGreaterThan(delivered);
        register.sells();
        assertThat(upgrade().out()).contains("already runs by the platform");

        release("second");
        assertThat(upgrade().exitCode()).isZero();
        assertThat(options()).contains("second").doesNotContain("first");
        register.sells();

        assertThat(register.must("", "upgrade", "--back").out()).contains("The platform before");
        assertThat(options()).contains("first");
        register.sells();
        assertThat(register.must("", "upgrade", "--back").exitCode()).isZero();
        assertThat(options()).contains("second");
        register.sells();
    }

    @Test
    void aRegisterThatRunIsNeverPulledAway() throws Exception {
        release("first");
        assertThat(upgrade().exitCode()).isZero();
        try (Running running = register.run()) {
            release("second");
            assertThat(upgrade().exitCode()).isZero();
            release("third");
            Answer third = upgrade();
            assertThat(third.exitCode()).as(third.toString()).isEqualTo(1);
            assertThat(third.err()).contains("still runs by the platform", "sales continue");
            register.sells();
            running.stop();
        }
        assertThat(upgrade().exitCode()).isZero();
        assertThat(options()).contains("third");
        register.sells();
    }

    @Test
    void whatIsNotAsItWasSignedIsNotTaken() throws Exception {
        release("first");
        Path changed = targetsEndingWith("register.options");
        Changed.middleOf(changed).meanwhile(() -> {
            Answer answer = upgrade();
            assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
            assertThat(answer.err()).contains("SIGNATURE_INVALID", "changed", "Nothing was installed; sales continue.");
        });
        assertThat(options()).doesNotContain("first");
        register.sells();
        assertThat(upgrade().exitCode()).isZero();
        Answer older = register.sekisho(
                "", "upgrade", "--from", Path.of(System.getProperty("sekisho.installation"), "repository"));
        assertThat(older.exitCode()).as(older.toString()).isEqualTo(3);
        assertThat(older.err()).contains("ROLLED_BACK");
        register.sells();
    }

    private Path targetsEndingWith(String name) throws IOException {
        try (Stream<Path> files = Files.walk(site().resolve("targets/platform"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("." + name))
                    .max((a, b) -> {
                        try {
                            return Files.getLastModifiedTime(a).compareTo(Files.getLastModifiedTime(b));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .orElseThrow();
        }
    }

    @Test
    void whatDoesNotStartHereIsNotTaken() throws Exception {
        releaseWith("-XX:+NoSuchOption\n");
        Answer answer = upgrade();
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
        assertThat(answer.err()).contains("does not start on this machine", "NoSuchOption");
        assertThat(shop.resolve("platform/live")).doesNotExist();
        register.sells();
    }

    @Test
    void withoutItsLauncherTheDeliveredOneRuns() throws Exception {
        release("first");
        assertThat(upgrade().exitCode()).isZero();
        Path launcher = shop.resolve("platform/a/bin/sekisho");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(launcher)))
                .isEqualTo("rwxr-xr-x");
        register.sells();
        Files.delete(launcher);
        register.sells();
    }

    /** The delivered launcher hands over to the live platform; tried on the way back it must try itself. */
    @Test
    void theDeliveredOneIsTriedBeforeItsReturn() throws Exception {
        release("first");
        assertThat(upgrade().exitCode()).isZero();
        assertThat(register.must("", "upgrade", "--back").out()).contains("The platform before");
        assertThat(Files.readString(shop.resolve("platform/live"))).isEqualTo("delivered\n");
        register.sells();
        assertThat(register.must("", "upgrade", "--back").exitCode()).isZero();
        Path options = shop.resolve(OPTIONS);
        Files.writeString(options, Files.readString(options) + "-XX:+NoSuchOption\n");
        Answer broken = register.sekisho("", "upgrade", "--back");
        assertThat(broken.exitCode()).as(broken.toString()).isEqualTo(3);
        assertThat(broken.err()).contains("does not start on this machine", "NoSuchOption");
        assertThat(options()).contains("first");
        register.sells();
    }

    @Test
    void aNameOfTheLivePlatformThatCannotBeReadIsTold() throws Exception {
        Files.createDirectories(shop.resolve("platform/live"));
        Answer help = register.sekisho("", "--help");
        assertThat(help.exitCode()).as(help.toString()).isZero();
        assertThat(help.err()).contains("platform/live cannot be read", "sales continue");
    }

    @Test
    void noKillLeavesAMixture() throws Exception {
        boolean longRun = Boolean.parseBoolean(System.getenv("SEKISHO_TEST_LONG"));
        Random random = new Random(Integer.getInteger("sekisho.kill.seed", 1));
        int kills = longRun ? 60 : 5;
        int inTheMiddle = 0;
        for (int round = 0; inTheMiddle < kills; round++) {
            String before = options();
            release("round" + round);
            Process command = register.start(
                    register.file("killed.out", ""), register.file("killed.err", ""), "upgrade", "--from", site());
            inTheMiddle += command.waitFor(300 + random.nextInt(3500), TimeUnit.MILLISECONDS) ? 0 : 1;
            command.destroyForcibly().waitFor();
            assertThat(options())
                    .satisfiesAnyOf(
                            options -> assertThat(options).isEqualTo(before),
                            options -> assertThat(options).contains("round"));
            register.sells();
        }
        assertThat(upgrade().exitCode()).isZero();
        register.sells();
    }
}
