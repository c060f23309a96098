package org.sekisho.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sekisho.api.identity.PinScheme;

class PinSchemeContractTest {

    enum Flaw {
        NONE,
        COMPARES_THE_BEGINNING,
        LEAVES_THE_PEPPER_OUT,
        HAS_NO_SALT,
        SHOWS_THE_PIN,
        STUMBLES_OVER_NOISE,
        WIPES_THE_PIN,
        TAKES_ITS_TIME
    }

    private static final Map<Flaw, String> FLAWS = Map.of(
            Flaw.COMPARES_THE_BEGINNING, "rightPinIsKnownAgainAndNoOther",
            Flaw.LEAVES_THE_PEPPER_OUT, "withAnotherPepperNothingIsKnownAgain",
            Flaw.HAS_NO_SALT, "samePinIsStoredDifferentlyEachTime",
            Flaw.SHOWS_THE_PIN, "storedFormNamesItsSchemeAndShowsNoPin",
            Flaw.STUMBLES_OVER_NOISE, "foreignAndDamagedFormsAreWrongAndNoException",
            Flaw.WIPES_THE_PIN, "whatIsHandedInStaysAsItWas",
            Flaw.TAKES_ITS_TIME, "comparingTakesNoTime");

    @Test
    void rightSchemeKeepsEveryPoint() {
        Flawed.flaw = Flaw.NONE;
        assertThat(Outcome.failures(Flawed.class)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> wrongSchemesBreakTheirPoints() {
        return Flaws.each(PinSchemeContract.class, FLAWS, flaw -> {
            Flawed.flaw = flaw;
            return Outcome.failures(Flawed.class);
        });
    }

    /** A salted digest, right but for one thing. */
    static final class Flawed implements PinSchemeContract, PinScheme {

        static Flaw flaw = Flaw.NONE;

        @Override
        public PinScheme scheme() {
            return new Flawed();
        }

        @Override
        public String hash(char[] pin, byte[] pepper) {
            byte[] salt = new byte[16];
            if (flaw != Flaw.HAS_NO_SALT) {
                new SecureRandom().nextBytes(salt);
            }
            String shown = flaw == Flaw.SHOWS_THE_PIN ? new String(pin) : "";
            return "$test$" + HexFormat.of().formatHex(salt) + "$"
                    + HexFormat.of().formatHex(digest(pin, salt, pepper)) + shown;
        }

        @Override
        public boolean verify(char[] pin, String stored, byte[] pepper) {
            if (flaw == Flaw.TAKES_ITS_TIME) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(8));
            }
            if (flaw != Flaw.STUMBLES_OVER_NOISE && !stored.matches("\\$test\\$[0-9a-f]{32}\\$[0-9a-f]{64}")) {
                return flaw == Flaw.SHOWS_THE_PIN;
            }
            byte[] salt = HexFormat.of().parseHex(stored.substring(6, 38));
            byte[] known = HexFormat.of().parseHex(stored.substring(39, 103));
            boolean right = MessageDigest.isEqual(known, digest(pin, salt, pepper));
            if (flaw == Flaw.WIPES_THE_PIN) {
                Arrays.fill(pin, '\0');
            }
            return right;
        }

        private static byte[] digest(char[] pin, byte[] salt, byte[] pepper) {
            char[] counted = flaw == Flaw.COMPARES_THE_BEGINNING ? Arrays.copyOf(pin, 3) : pin;
            return Flaws.sha256(flaw == Flaw.LEAVES_THE_PEPPER_OUT ? new byte[0] : pepper, salt, Flaws.utf8(counted));
        }
    }
}
