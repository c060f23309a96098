package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop is copied while it sells, and opened elsewhere from the copy: its journal holds, its people sign on, its numbers go on. */
class BackupIT {

    @TempDir
    Path folder;

    private Register register;
    private Register elsewhere;

    @BeforeEach
    void openShop() throws Exception {
        register = new Register(Files.createDirectories(folder.resolve("here"))).initialise();
        elsewhere = new Register(Files.createDirectories(folder.resolve("elsewhere")));
    }

    private Path keyFile() throws Exception {
        try (var files = Files.walk(folder.resolve("here/user"))) {
            return files.filter(file -> file.toString().endsWith(".key"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aShopGoesOnElsewhereFromItsCopy() throws Exception {
        register.sells();
        String customer =
                register.byManager("name: 山田 花子\n", "customers", "add").out().strip();
        Path copy = folder.resolve("copy.sekisho");
        try (Running running = register.run()) {
            assertThat(running.page()).isNotNull();
            Answer made = register.byManager("", "backup", copy);
            assertThat(made.exitCode()).as(made.toString()).isZero();
            assertThat(made.out()).contains(copy.toString(), "read again to its end");
        }
        register.sells();

        Answer restored = elsewhere.sekisho("", "restore", copy, "--key-file", keyFile());
        assertThat(restored.exitCode()).as(restored.toString()).isZero();
        assertThat(restored.err()).contains("Never run both homes");
        Files.copy(folder.resolve("here/manager.pw"), folder.resolve("elsewhere/manager.pw"));
        Files.copy(folder.resolve("here/tanaka.pw"), folder.resolve("elsewhere/tanaka.pw"));
        assertThat(elsewhere.byManager("", "journal", "verify").exitCode()).isZero();
        assertThat(Export.of(elsewhere).payloads("SaleClosed")).hasSize(1);
        assertThat(Export.of(elsewhere).payloads("BackupMade")).hasSize(1);
        assertThat(Export.of(elsewhere).payloads("BackupRestored")).hasSize(1);
        assertThat(elsewhere.byManager("", "customers", "show", customer).out()).contains("山田 花子");
        elsewhere.sells();
        assertThat(Export.of(elsewhere)
                        .payloads("SaleClosed")
                        .get(1)
                        .get("receiptNumber")
                        .getAsString())
                .isEqualTo("1-000002");
        assertThat(elsewhere.byManager("", "journal", "verify").exitCode()).isZero();

        Answer again = elsewhere.sekisho("", "restore", copy, "--key-file", keyFile());
        assertThat(again.exitCode()).isNotZero();
        assertThat(again.err()).contains("already");
    }

    @Test
    void aDamagedCopyAndAnotherKeyOpenNothing() throws Exception {
        Path copy = folder.resolve("copy.sekisho");
        Answer cashiers = register.sekisho(
                "", "backup", copy, "--as", "tanaka", "--password-file", folder.resolve("here/tanaka.pw"));
        assertThat(cashiers.exitCode()).isEqualTo(3);
        assertThat(copy).doesNotExist();
        assertThat(register.byManager("", "backup", copy).exitCode()).isZero();
        byte[] whole = Files.readAllBytes(copy);
        byte[] touched = whole.clone();
        touched[whole.length / 2] ^= 4;
        Path damaged = Files.write(folder.resolve("damaged"), touched);
        Answer answer = elsewhere.sekisho("", "restore", damaged, "--key-file", keyFile());
        assertThat(answer.exitCode()).isNotZero();
        assertThat(answer.err()).contains("was changed or cut off in its piece");
        Path passphrase = elsewhere.file("passphrase", "open sesame\n");
        Answer wrong = elsewhere.sekisho("", "restore", copy, "--passphrase-file", passphrase);
        assertThat(wrong.exitCode()).isNotZero();
        assertThat(elsewhere.home().resolve("store.json")).doesNotExist();
        assertThat(elsewhere.home().resolve("data")).doesNotExist();
        assertThat(elsewhere
                        .sekisho("", "restore", copy, "--key-file", keyFile())
                        .exitCode())
                .isZero();
    }
}
