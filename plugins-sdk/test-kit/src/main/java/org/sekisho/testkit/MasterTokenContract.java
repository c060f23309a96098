package org.sekisho.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.sekisho.api.vault.MasterToken;
import org.sekisho.api.vault.VaultFault;

/** What every token keeps; a plugin's test implements this against a token that is really there, and adds what its library says. */
public interface MasterTokenContract {

    /** As storage has it. */
    MasterToken token();

    /** A configuration of a token that is there, initialised, without the key or with it. */
    Path configuration();

    /** Another token than {@link #configuration()}'s. */
    Path anotherConfiguration();

    /** The PIN of both. */
    String pin();

    @Test
    default void sameChallengeHasTheSameAnswer() throws VaultFault {
        token().prepare(configuration(), pin().toCharArray());
        byte[] first = secret(configuration(), 1);
        assertThat(first).hasSize(32).isEqualTo(secret(configuration(), 1));
    }

    @Test
    default void everyBitOfTheChallengeCounts() throws VaultFault {
        token().prepare(configuration(), pin().toCharArray());
        byte[] answer = secret(configuration(), 1);
        for (int at = 0; at < MasterToken.CHALLENGE_BYTES; at++) {
            byte[] other = challenge(1);
            other[at] ^= 1;
            assertThat(token().secret(configuration(), pin().toCharArray(), other))
                    .as("byte %d", at)
                    .isNotEqualTo(answer);
        }
    }

    @Test
    default void preparingAgainKeepsTheKey() throws VaultFault {
        token().prepare(configuration(), pin().toCharArray());
        byte[] before = secret(configuration(), 1);
        token().prepare(configuration(), pin().toCharArray());
        assertThat(secret(configuration(), 1)).isEqualTo(before);
    }

    @Test
    default void anotherTokenAnswersOtherwise() throws VaultFault {
        token().prepare(configuration(), pin().toCharArray());
        token().prepare(anotherConfiguration(), pin().toCharArray());
        assertThat(secret(anotherConfiguration(), 1)).isNotEqualTo(secret(configuration(), 1));
    }

    @Test
    default void wrongPinIsSaidToBeOneAlsoAfterARightOne() throws VaultFault {
        token().prepare(configuration(), pin().toCharArray());
        secret(configuration(), 1);
        assertThatExceptionOfType(VaultFault.class)
                .isThrownBy(() -> token().secret(configuration(), (pin() + "9").toCharArray(), challenge(1)))
                .extracting(VaultFault::kind)
                .isEqualTo(VaultFault.Kind.TOKEN_PIN);
        assertThat(secret(configuration(), 1)).hasSize(32);
    }

    @Test
    default void missingConfigurationIsAMissingToken() {
        Path missing = configuration().resolveSibling("there-is-no-such.cfg");
        assertThatExceptionOfType(VaultFault.class)
                .isThrownBy(() -> secret(missing, 1))
                .extracting(VaultFault::kind)
                .isEqualTo(VaultFault.Kind.TOKEN);
    }

    @Test
    default void whatIsHandedInStaysAsItWas() throws VaultFault {
        token().prepare(configuration(), pin().toCharArray());
        char[] pin = pin().toCharArray();
        byte[] challenge = challenge(1);
        byte[] answer = token().secret(configuration(), pin, challenge);
        assertThat(pin).isEqualTo(pin().toCharArray());
        assertThat(challenge).isEqualTo(challenge(1));
        Arrays.fill(answer, (byte) 0);
        assertThat(secret(configuration(), 1)).as("the answer is the caller's").isNotEqualTo(answer);
    }

    private byte[] secret(Path configuration, int number) throws VaultFault {
        return token().secret(configuration, pin().toCharArray(), challenge(number));
    }

    private static byte[] challenge(int fill) {
        byte[] challenge = new byte[MasterToken.CHALLENGE_BYTES];
        Arrays.fill(challenge, (byte) fill);
        return challenge;
    }
}
