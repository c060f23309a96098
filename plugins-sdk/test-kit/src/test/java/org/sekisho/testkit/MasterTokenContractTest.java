package org.sekisho.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sekisho.api.vault.MasterToken;
import org.sekisho.api.vault.VaultFault;

class MasterTokenContractTest {

    enum Flaw {
        NONE,
        ANSWERS_BY_CHANCE,
        LOOKS_AT_THE_BEGINNING,
        MAKES_A_KEY_EACH_TIME,
        HAS_ONE_KEY_FOR_ALL,
        STAYS_LOGGED_IN,
        THINKS_UP_A_TOKEN,
        KEEPS_WHAT_IT_GIVES
    }

    private static final Map<Flaw, String> FLAWS = Map.of(
            Flaw.ANSWERS_BY_CHANCE, "sameChallengeHasTheSameAnswer",
            Flaw.LOOKS_AT_THE_BEGINNING, "everyBitOfTheChallengeCounts",
            Flaw.MAKES_A_KEY_EACH_TIME, "preparingAgainKeepsTheKey",
            Flaw.HAS_ONE_KEY_FOR_ALL, "anotherTokenAnswersOtherwise",
            Flaw.STAYS_LOGGED_IN, "wrongPinIsSaidToBeOneAlsoAfterARightOne",
            Flaw.THINKS_UP_A_TOKEN, "missingConfigurationIsAMissingToken",
            Flaw.KEEPS_WHAT_IT_GIVES, "whatIsHandedInStaysAsItWas");

    @Test
    void rightTokenKeepsEveryPoint() {
        Flawed.begin(Flaw.NONE);
        assertThat(Outcome.failures(Flawed.class)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> wrongTokensBreakTheirPoints() {
        return Flaws.each(MasterTokenContract.class, FLAWS, flaw -> {
            Flawed.begin(flaw);
            return Outcome.failures(Flawed.class);
        });
    }

    /** Two tokens in memory, right but for one thing. */
    static final class Flawed implements MasterTokenContract, MasterToken {

        private static Flaw flaw = Flaw.NONE;

        /** With new tokens. */
        static void begin(Flaw next) {
            flaw = next;
            KEYS.clear();
            GIVEN.clear();
        }

        private static final Map<Path, Integer> KEYS = new ConcurrentHashMap<>();
        private static final Map<String, byte[]> GIVEN = new ConcurrentHashMap<>();

        @Override
        public MasterToken token() {
            return this;
        }

        @Override
        public Path configuration() {
            return Path.of("tokens", "one.cfg");
        }

        @Override
        public Path anotherConfiguration() {
            return Path.of("tokens", "two.cfg");
        }

        @Override
        public String pin() {
            return "12345";
        }

        @Override
        public void prepare(Path configuration, char[] pin) throws VaultFault {
            require(configuration, pin);
            if (flaw == Flaw.MAKES_A_KEY_EACH_TIME) {
                KEYS.merge(configuration, 1, Integer::sum);
            } else {
                KEYS.putIfAbsent(configuration, 1);
            }
        }

        private void require(Path configuration, char[] pin) throws VaultFault {
            boolean there = configuration.equals(configuration()) || configuration.equals(anotherConfiguration());
            if (!there && flaw != Flaw.THINKS_UP_A_TOKEN) {
                throw new VaultFault(VaultFault.Kind.TOKEN, "There is no such token.");
            }
            if (!pin().contentEquals(new String(pin)) && flaw != Flaw.STAYS_LOGGED_IN) {
                throw new VaultFault(VaultFault.Kind.TOKEN_PIN, "The token does not take this PIN.");
            }
        }

        @Override
        public byte[] secret(Path configuration, char[] pin, byte[] challenge) throws VaultFault {
            require(configuration, pin);
            byte[] asked = flaw == Flaw.LOOKS_AT_THE_BEGINNING ? Arrays.copyOf(challenge, 16) : challenge;
            String which = flaw == Flaw.HAS_ONE_KEY_FOR_ALL ? "" : configuration.toString();
            String chance = flaw == Flaw.ANSWERS_BY_CHANCE ? Long.toString(System.nanoTime()) : "";
            String key = which + KEYS.getOrDefault(configuration, 0) + chance;
            byte[] answer = Flaws.sha256(key.getBytes(UTF_8), asked);
            return flaw == Flaw.KEEPS_WHAT_IT_GIVES
                    ? GIVEN.computeIfAbsent(key + Arrays.toString(asked), none -> answer)
                    : answer;
        }
    }
}
