package org.sekisho.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.identity.PasswordScheme;
import org.sekisho.testkit.PasswordSchemeContract;

class Argon2idPasswordsTest implements PasswordSchemeContract {

    private static final Argon2Cost CHEAP = new Argon2Cost(64, 1, 1);

    /** From the test suite of the reference implementation: "password" with the salt "somesalt". */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    private final Argon2idPasswords cheap = new Argon2idPasswords(new Calibration(CHEAP, Duration.ZERO, Duration.ZERO));

    @Override
    public PasswordScheme scheme() {
        return cheap;
    }

    @Test
    void generatorAnswersAsRfc9106Section53() {
        byte[] password = bytes(32, 1);
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(bytes(16, 2))
                .withSecret(bytes(8, 3))
                .withAdditional(bytes(12, 4))
                .build());
        byte[] tag = new byte[32];

        argon2.generateBytes(password, tag);

        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    @Test
    void hashOfTheReferenceImplementationVerifies() {
        Argon2idPasswords passwords = new Argon2idPasswords();

        assertThat(passwords.verify("password".toCharArray(), REFERENCE)).isTrue();
        assertThat(passwords.verify("passwore".toCharArray(), REFERENCE)).isFalse();
    }

    @Test
    void storedFormCarriesSchemeAndParameters() {
        String stored = cheap.hash("Tsubame-88-Kaze!".toCharArray());

        assertThat(stored).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
    }

    /** As a register comes to its cost: a password is known, found too cheap, and hashed anew, until what is stored stays. */
    @Test
    void machineDecidesHowManyPasses() {
        Argon2idPasswords passwords = new Argon2idPasswords();
        char[] password = "Tsubame-88-Kaze!".toCharArray();
        String stored = passwords.hash(password);
        for (int i = 0; i < 10 && passwords.isOutdated(stored); i++) {
            stored = passwords.hash(password);
        }

        assertThat(passwords.isOutdated(stored)).isFalse();
        assertThat(passwords.verify(password, stored)).isTrue();
        StoredHash hash = StoredHash.parse(stored).orElseThrow();
        assertThat(hash.cost().memoryKib()).isEqualTo(32 * 1024);
        assertThat(hash.cost().passes()).isBetween(2, Argon2Cost.MOST_PASSES);
    }

    @Test
    void fullWidthAndPlainLettersAreOnePassword() {
        String stored = cheap.hash("Ｓａｋａｎａ１２！".toCharArray());

        assertThat(cheap.verify("Sakana12!".toCharArray(), stored)).isTrue();
    }

    @Test
    void composedAndDecomposedKanaAreOnePassword() {
        String stored = cheap.hash("か\u3099っこう".toCharArray());

        assertThat(cheap.verify("がっこう".toCharArray(), stored)).isTrue();
    }

    @Test
    void weakerParametersAreOutdated() {
        String weak = cheap.hash("x".toCharArray());

        assertThat(new Argon2idPasswords().isOutdated(weak)).isTrue();
        assertThat(cheap.isOutdated(REFERENCE)).as("eight bytes of salt").isTrue();
        assertThat(cheap.isOutdated("{SSHA}abc")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=0,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=7,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc\n",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$====hFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQxx$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=999999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=999999999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void malformedOrUnbearableStoredFormsAreRefused(String stored) {
        assertThat(cheap.verify("password".toCharArray(), stored)).isFalse();
    }

    @Test
    void givenPasswordIsLeftToItsOwner() {
        char[] password = "がTsubame-88".toCharArray();
        char[] before = password.clone();

        cheap.hash(password);

        assertThat(password).isEqualTo(before);
    }

    @Test
    void bytesAreZeroedOnClose() {
        PasswordBytes secret = PasswordBytes.of("がTsubame-88".toCharArray());
        byte[] held = secret.bytes();

        assertThat(held).hasSize(13);
        secret.close();

        assertThat(held).containsOnly(0);
        assertThat(secret).hasToString("PasswordBytes[…]");
    }

    private static byte[] bytes(int count, int value) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
