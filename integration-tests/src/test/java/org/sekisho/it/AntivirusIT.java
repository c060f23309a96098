package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.antivirus.clamd.fixture.ClamdServer;
import org.sekisho.antivirus.clamd.fixture.Eicar;

/** A selling register beside a real clamd, which comes and goes. */
class AntivirusIT {

    @TempDir
    static Path folder;

    static Register register;
    static Running running;

    @BeforeAll
    static void openShop() throws IOException {
        ClamdServer.start().close();
        register =
                new Register(folder).with("SEKISHO_CLAMD", "unix:" + socket()).initialise();
        running = register.run();
    }

    @AfterAll
    static void closeShop() {
        if (running != null) {
            assertThat(running.stop()).as(running.screen()).isZero();
        }
    }

    @TempDir
    Path desk;

    ClamdServer clamd;

    @BeforeEach
    void startClamd() throws IOException {
        clamd = ClamdServer.start();
        Files.createSymbolicLink(socket(), Path.of(clamd.address().substring("unix:".length())));
    }

    @AfterEach
    void stopClamd() throws IOException {
        Files.delete(socket());
        clamd.close();
    }

    @Test
    void listedUnchangedJarIsFit() {
        Answer answer = register.must("", "vet", register.bundle("org.sekisho.checkout"));

        assertThat(answer.out()).contains("Fit: nothing speaks against it.", "antivirus   ClamAV");
    }

    @Test
    void infectedJarIsRefused() throws IOException {
        Path jar =
                Guest.named("infected").file("innocent.txt", Eicar.testFile()).to(desk.resolve("infected-1.0.jar"));

        Answer answer = register.sekisho("", "vet", jar);

        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
        assertThat(answer.out())
                .contains("INFECTED infected-1.0.jar: the antivirus found " + ClamdServer.THREAT + " in it.")
                .contains("Nothing was installed; sales continue.");
        Export.of(register).assertRefused("INFECTED", "infected-1.0.jar");
        register.sells();
    }

    @Test
    void stoppedClamdStopsVettingAndNoSale() {
        Path jar = register.bundle("org.sekisho.catalogue");
        register.must("", "vet", jar);
        clamd.kill();

        Answer answer = register.sekisho("", "vet", jar);

        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
        assertThat(answer.out()).contains("NOT_SCANNED " + jar.getFileName() + ": no antivirus looked at it");
        Export.of(register).assertRefused("NOT_SCANNED", String.valueOf(jar.getFileName()));
        register.sells();
    }

    private static Path socket() {
        return folder.resolve("clamd");
    }
}
