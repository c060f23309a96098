package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home that opens by a key on a token: with it, without it, with another one, and back to a key file. */
class TokenIT {

    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final String PIN = "1234567890";

    @TempDir
    Path folder;

    private Register register;
    private Path soft;
    private Path token;
    private Path pin;

    @BeforeEach
    void makeTokenAndShop() throws Exception {
        assumeTrue(Files.exists(LIBRARY), "SoftHSM is not there");
        Files.createDirectories(folder.resolve("tokens"));
        soft = Files.writeString(
                folder.resolve("softhsm2.conf"), "directories.tokendir = " + folder.resolve("tokens") + "\n");
        token = newToken("vault");
        register = new Register(Files.createDirectories(folder.resolve("here")))
                .with("SOFTHSM2_CONF", soft.toString())
                .initialise();
        pin = secretFile("pin", PIN + "\n");
    }

    private Path newToken(String label) throws IOException, InterruptedException {
        Path screen = folder.resolve(label + ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        "softhsm2-util",
                        "--init-token",
                        "--free",
                        "--label",
                        label,
                        "--so-pin",
                        "12345678",
                        "--pin",
                        PIN)
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile());
        builder.environment().put("SOFTHSM2_CONF", soft.toString());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(screen)).isZero();
        String slot = Files.readString(screen).replaceAll("(?s).*slot (\\d+).*", "$1");
        return Files.writeString(
                folder.resolve(label + ".cfg"),
                "name = " + label + "\nlibrary = " + LIBRARY + "\nslot = " + slot + "\n");
    }

    private Path secretFile(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Answer rotateToToken() {
        return register.byManager("", "vault", "rotate", "--pkcs11", token, "--pin-file", pin);
    }

    @Test
    void tokenOpensTheDataAndNothingElseDoes() throws IOException {
        register.sells();
        Answer rotated = rotateToToken();
        assertThat(rotated.exitCode()).as(rotated.toString()).isZero();
        assertThat(rotated.out()).contains("The key on the token that " + token);
        register.sells();
        try (Running running = register.run()) {
            assertThat(running.page()).isNotNull();
            register.sells();
        }
        Answer status = register.sekisho("", "vault", "status", "--json");
        assertThat(JsonParser.parseString(status.out())
                        .getAsJsonObject()
                        .get("source")
                        .getAsString())
                .isEqualTo("pkcs11");
        assertThat(register.byManager("", "journal", "verify").exitCode()).isZero();

        Files.writeString(pin, "0987654321\n");
        refused("does not take the PIN");
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-r--r--"));
        refused("can be read by other accounts");
        Files.delete(pin);
        refused("token's PIN is not there");
        pin = secretFile("pin", PIN + "\n");
        Files.move(folder.resolve("tokens"), folder.resolve("drawer"));
        Files.createDirectory(folder.resolve("tokens"));
        refused("cannot be used");
        Files.delete(folder.resolve("tokens"));
        Files.move(folder.resolve("drawer"), folder.resolve("tokens"));
        register.sells();

        assertThat(register.byManager("", "vault", "rotate").exitCode()).isZero();
        Files.move(folder.resolve("tokens"), folder.resolve("drawer"));
        register.sells();
        assertThat(register.byManager("", "journal", "verify").exitCode()).isZero();
    }

    /** Nothing is sold, nothing of the home changes, and the sentence says what to do. */
    private void refused(String why) throws IOException {
        byte[] vault = Files.readAllBytes(register.home().resolve("vault.json"));
        Answer answer = register.ring("4901234567894\nCASH 130\n");
        assertThat(answer.exitCode()).as(answer.toString()).isNotZero();
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(why).doesNotContain("Exception", PIN);
        assertThat(register.home().resolve("vault.json")).hasBinaryContent(vault);
    }

    @Test
    void otherTokenSaysSoAndCopyOpensByTheTokenOfItsHome() throws Exception {
        assertThat(rotateToToken().exitCode()).isZero();
        register.sells();
        Path copy = folder.resolve("copy.sekisho");
        assertThat(register.byManager("", "backup", copy).exitCode()).isZero();
        Register elsewhere = new Register(Files.createDirectories(folder.resolve("elsewhere")))
                .with("SOFTHSM2_CONF", soft.toString());
        Path other = newToken("other");
        Answer wrong = elsewhere.sekisho("", "restore", copy, "--pkcs11", other, "--pin-file", pin);
        assertThat(wrong.exitCode()).isNotZero();
        assertThat(wrong.err()).contains("has no key of the register's");
        assertThat(elsewhere.home().resolve("store.json")).doesNotExist();

        Answer restored = elsewhere.sekisho("", "restore", copy, "--pkcs11", token, "--pin-file", pin);
        assertThat(restored.exitCode()).as(restored.toString()).isZero();
        Files.copy(folder.resolve("here/manager.pw"), folder.resolve("elsewhere/manager.pw"));
        Files.copy(folder.resolve("here/tanaka.pw"), folder.resolve("elsewhere/tanaka.pw"));
        elsewhere.sells();
    }

    @Test
    void homeIsMadeOnATokenFromItsBeginning() throws IOException {
        Register fresh =
                new Register(Files.createDirectories(folder.resolve("fresh"))).with("SOFTHSM2_CONF", soft.toString());
        Answer made = fresh.sekisho("", "init", "--demo", "--pkcs11", token, "--pin-file", pin);
        assertThat(made.exitCode()).as(made.toString()).isZero();
        assertThat(made.out()).contains("one-time password for manager: ");
        assertThat(fresh.sekisho("", "vault", "status").out()).contains(token.toString());
        Answer half = fresh.sekisho("", "vault", "rotate", "--pkcs11", token);
        assertThat(half.exitCode()).isEqualTo(2);
    }
}
