package org.sekisho.vault.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.api.vault.MasterToken;
import org.sekisho.api.vault.VaultFault;
import org.sekisho.api.vault.VaultFault.Kind;
import org.sekisho.testkit.MasterTokenContract;

/** Against SoftHSM. A process sees only the tokens that were there when it first asked: all are made before. */
class Pkcs11TokenTest implements MasterTokenContract {

    private static final String PIN = "1234567890";
    private static final byte[] CHALLENGE = challenge(1);

    @TempDir
    static Path tokens;

    static Path first;
    static Path second;
    static Path third;

    private final Pkcs11Token token = new Pkcs11Token();

    @Override
    public MasterToken token() {
        return token;
    }

    @Override
    public Path configuration() {
        return first;
    }

    @Override
    public Path anotherConfiguration() {
        return second;
    }

    @Override
    public String pin() {
        return PIN;
    }

    @BeforeAll
    static void makeTokens() throws Exception {
        Path library = Path.of("/usr/lib/softhsm/libsofthsm2.so");
        assumeTrue(Files.exists(library) && System.getenv("SOFTHSM2_CONF") != null, "SoftHSM is not there");
        first = token(library, "vault-one");
        second = token(library, "vault-two");
        third = token(library, "vault-three");
    }

    private static Path token(Path library, String label) throws IOException, InterruptedException {
        Path screen = tokens.resolve(label + ".txt");
        Process process = new ProcessBuilder(
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
                .redirectOutput(screen.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(screen)).isZero();
        String slot = Files.readString(screen).replaceAll("(?s).*slot (\\d+).*", "$1");
        return Files.writeString(
                tokens.resolve(label + ".cfg"),
                "name = " + label + "\nlibrary = " + library + "\nslot = " + slot + "\n");
    }

    private static byte[] challenge(int fill) {
        byte[] challenge = new byte[48];
        Arrays.fill(challenge, (byte) fill);
        return challenge;
    }

    private byte[] secret(Path configuration, byte[] challenge) throws VaultFault {
        return token.secret(configuration, PIN.toCharArray(), challenge);
    }

    @Test
    void tokenWithoutTheKeyIsSaidToBeOne() {
        assertFault(Kind.TOKEN_KEY, () -> secret(third, CHALLENGE));
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        Path none = Files.writeString(tokens.resolve("none.cfg"), "name = none\nlibrary = /nowhere/lib.so\nslot = 0\n");
        assertFault(Kind.TOKEN, () -> secret(none, CHALLENGE));
        assertFault(Kind.TOKEN, () -> secret(tokens.resolve("missing.cfg"), CHALLENGE));
        Path empty = Files.writeString(
                tokens.resolve("empty.cfg"), "name = empty\nlibrary = /usr/lib/softhsm/libsofthsm2.so\nslot = 77777\n");
        assertFault(Kind.TOKEN, () -> secret(empty, CHALLENGE));
    }

    @Test
    void servesStorageAlone() {
        assertThatThrownBy(() -> new Pkcs11Token("org.example.thief")).isInstanceOf(SecurityException.class);
        assertThat(new Pkcs11Token("org.sekisho.storage")).isNotNull();
    }

    private static void assertFault(Kind kind, ThrowingCallable step) {
        assertThatExceptionOfType(VaultFault.class)
                .isThrownBy(step)
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(kind));
    }
}
