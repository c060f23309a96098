package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that a selling register is asked to judge, with no antivirus there: each is refused, told, journalled, and sales go on. */
class VetIT {

    private static final String FILE = "org.sekisho.checkout-0.1.0.jar";

    @TempDir
    static Path folder;

    static Register register;
    static Running running;

    @BeforeAll
    static void openShop() {
        register = new Register(folder)
                .with("SEKISHO_CLAMD", "unix:" + folder.resolve("nobody"))
                .initialise();
        running = register.run();
    }

    @AfterAll
    static void closeShop() {
        assertThat(running.stop()).as(running.screen()).isZero();
    }

    @TempDir
    Path desk;

    @Test
    void unsignedStrangerIsRefused() throws IOException {
        Answer answer =
                refused(Guest.named("stranger").to(desk.resolve("stranger-1.0.jar")), "NOT_ALLOWED", "UNSIGNED");

        assertThat(answer.out())
                .contains("not in this shop's allowlist", "nobody signed it", "Ask your integrator to vet it.");
    }

    @Test
    void listedJarWithoutItsSignatureIsRefused() throws IOException {
        refused(Tampered.unsigned(checkout(), desk.resolve(FILE)), "NOT_ALLOWED", "UNSIGNED");
    }

    @Test
    void listedJarWithOneByteChangedIsRefused() throws IOException {
        refused(Tampered.byteChanged(checkout(), desk.resolve(FILE)), "NOT_ALLOWED");
    }

    @Test
    void listedJarWithOneByteAppendedIsRefused() throws IOException {
        Answer answer = refused(Tampered.byteAppended(checkout(), desk.resolve(FILE)), "NOT_ALLOWED", "STRUCTURE");

        assertThat(answer.out()).contains("something follows the end of the zip (bytes: 1)");
    }

    @Test
    void listedJarWithAnEntryAddedIsRefused() throws IOException {
        Answer answer = refused(Tampered.entryAdded(checkout(), desk.resolve(FILE)), "NOT_ALLOWED", "UNSIGNED");

        assertThat(answer.out())
                .contains("listed under another digest: this file was changed", "added after signing: Added.class");
    }

    @Test
    void listedJarThatNobodyScannedIsRefused() throws IOException {
        Answer answer = refused(Files.copy(checkout(), desk.resolve(FILE)), "NOT_SCANNED");

        assertThat(answer.out()).contains("Start the antivirus (clamd)").doesNotContain("NOT_ALLOWED");
    }

    @Test
    void pluginThatImportsTheJournalIsRefused() throws IOException {
        Path jar = Guest.named("reader")
                .header("Import-Package", "org.sekisho.api.checkout,org.sekisho.journal")
                .to(desk.resolve("reader-1.0.jar"));

        Answer answer = refused(jar, "NOT_ALLOWED", "STRUCTURE");

        assertThat(answer.out())
                .contains("a plugin may not import org.sekisho.journal")
                .doesNotContain("may not import org.sekisho.api");
    }

    @Test
    void pluginThatIsAFragmentIsRefused() throws IOException {
        Path jar = Guest.named("parasite")
                .header("Fragment-Host", "org.sekisho.journal")
                .to(desk.resolve("parasite-1.0.jar"));

        assertThat(refused(jar, "NOT_ALLOWED", "STRUCTURE").out()).contains("a plugin may not say Fragment-Host");
    }

    @Test
    void whatIsNoJarIsRefused() throws IOException {
        refused(Files.writeString(desk.resolve("letter.jar"), "Dear shop,\n"), "NOT_ALLOWED", "STRUCTURE");
    }

    private static Path checkout() {
        return register.bundle("org.sekisho.checkout");
    }

    private static Answer refused(Path jar, String... codes) {
        String name = String.valueOf(jar.getFileName());
        Answer answer = register.sekisho("", "vet", jar);
        assertThat(answer.exitCode()).as(answer.toString()).isEqualTo(3);
        Export journal = Export.of(register);
        for (String code : codes) {
            assertThat(answer.out()).contains(code + " " + name + ": ");
            journal.assertRefused(code, name);
        }
        assertThat(answer.out()).contains("Nothing was installed; sales continue.", "Not fit: ");
        register.sells();
        return answer;
    }
}
