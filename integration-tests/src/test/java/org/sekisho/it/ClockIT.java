package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.antivirus.clamd.fixture.ClamdServer;

/** Shops whose clock or lists are out of date sell on with all that was let in before; they install nothing. */
class ClockIT {

    @TempDir
    static Path folder;

    static ClamdServer clamd;
    static Shelf shelf;
    static Register register;

    @BeforeAll
    static void aShopWithAPluginAndANewerOneOffered() throws Exception {
        clamd = ClamdServer.start();
        shelf = new Shelf(folder.resolve("integrator"));
        shelf.list("1.0.0");
        shelf.publish();
        register = new Register(folder).with("SEKISHO_CLAMD", clamd.address()).initialise();
        // Passwords of this profile do not expire with the year.
        Path store = register.home().resolve("store.json");
        Files.writeString(store, Files.readString(store).replace("\"source-jp\"", "\"nist\""));
        register.must("", "update", "--from", shelf.repository());
        assertThat(register.byManager("", "approve", Shelf.PLUGIN).exitCode()).isZero();
        assertThat(register.byManager("", "install", Shelf.PLUGIN).exitCode()).isZero();
        shelf.list("2.0.0");
        shelf.publish();
    }

    @AfterAll
    static void stopClamd() throws IOException {
        if (clamd != null) {
            clamd.close();
        }
    }

    private static void sellsAndInstallsNothing(String time, String banner, String sentence) throws IOException {
        Register then = Faketime.at(time, register);
        try (Running running = then.run()) {
            then.sells();
            assertThat(then.must("", "list").out()).contains(Shelf.PLUGIN);
            assertThat(then.must("", "check").out()).contains(banner);
            Answer approve = then.byManager("", "approve", Shelf.PLUGIN);
            assertThat(approve.exitCode()).as(approve.toString()).isEqualTo(3);
            assertThat(approve.err()).contains("EXPIRED ", sentence, "Nothing was installed; sales continue.");
            Answer update = then.sekisho("", "update");
            assertThat(update.exitCode()).as(update.toString()).isEqualTo(3);
            assertThat(update.err()).contains("EXPIRED ", "Nothing was installed; sales continue.");
            then.sells();
            assertThat(running.stop()).isZero();
        }
    }

    @Test
    void aDeadClockBattery() throws IOException {
        sellsAndInstallsNothing(
                "@1970-01-02 00:00:00", "The clock of this machine stands before", "Set the clock of this machine");
    }

    @Test
    void anExpiredTimestamp() throws IOException {
        sellsAndInstallsNothing("+60d", "The time-stamp is overdue", "Ask your integrator for fresh lists");
    }

    @Test
    void aYearWithoutNetwork() throws IOException {
        sellsAndInstallsNothing("+400d", "The lists are overdue", "Ask your integrator for fresh lists");
    }
}
