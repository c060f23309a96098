package org.sekisho.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sekisho.api.identity.PasswordScheme;

class PasswordSchemeContractTest {

    enum Flaw {
        NONE,
        KNOWS_LETTERS_OF_ENGLISH_ALONE,
        TAKES_CAPITALS_FOR_SMALL,
        CUTS_AT_72,
        HAS_NO_SALT,
        SHOWS_THE_PASSWORD,
        STUMBLES_OVER_NOISE,
        IS_NEVER_CONTENT,
        WIPES_THE_PASSWORD
    }

    private static final Map<Flaw, String> FLAWS = Map.of(
            Flaw.KNOWS_LETTERS_OF_ENGLISH_ALONE, "rightPasswordIsKnownAgain",
            Flaw.TAKES_CAPITALS_FOR_SMALL, "noOtherPasswordIs",
            Flaw.CUTS_AT_72, "everyCharacterCounts",
            Flaw.HAS_NO_SALT, "samePasswordIsStoredDifferentlyEachTime",
            Flaw.SHOWS_THE_PASSWORD, "storedFormNamesItsSchemeAndShowsNoPassword",
            Flaw.STUMBLES_OVER_NOISE, "foreignAndDamagedFormsAreWrongAndNoException",
            Flaw.IS_NEVER_CONTENT, "whatItStoresTodayIsNotOutdated",
            Flaw.WIPES_THE_PASSWORD, "passwordThatIsHandedInStaysAsItWas");

    @Test
    void rightSchemeKeepsEveryPoint() {
        Flawed.flaw = Flaw.NONE;
        assertThat(Outcome.failures(Flawed.class)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> wrongSchemesBreakTheirPoints() {
        return Flaws.each(PasswordSchemeContract.class, FLAWS, flaw -> {
            Flawed.flaw = flaw;
            return Outcome.failures(Flawed.class);
        });
    }

    /** A salted digest, right (but for being quick) but for one thing. */
    static final class Flawed implements PasswordSchemeContract, PasswordScheme {

        static Flaw flaw = Flaw.NONE;

        @Override
        public PasswordScheme scheme() {
            return new Flawed();
        }

        @Override
        public String hash(char[] password) {
            byte[] salt = new byte[16];
            if (flaw != Flaw.HAS_NO_SALT) {
                new SecureRandom().nextBytes(salt);
            }
            String shown = flaw == Flaw.SHOWS_THE_PASSWORD ? new String(password) : "";
            String stored = "$test$" + HexFormat.of().formatHex(salt) + "$"
                    + HexFormat.of().formatHex(digest(password, salt)) + shown;
            if (flaw == Flaw.WIPES_THE_PASSWORD) {
                Arrays.fill(password, '\0');
            }
            return stored;
        }

        @Override
        public boolean verify(char[] password, String stored) {
            if (flaw != Flaw.STUMBLES_OVER_NOISE && !stored.matches("\\$test\\$[0-9a-f]{32}\\$[0-9a-f]{64}")) {
                return false;
            }
            byte[] salt = HexFormat.of().parseHex(stored.substring(6, 38));
            byte[] known = HexFormat.of().parseHex(stored.substring(39, 103));
            boolean english = new String(password).chars().allMatch(letter -> letter < 128);
            return MessageDigest.isEqual(known, digest(password, salt))
                    && (english || flaw != Flaw.KNOWS_LETTERS_OF_ENGLISH_ALONE);
        }

        @Override
        public boolean isOutdated(String stored) {
            return flaw == Flaw.IS_NEVER_CONTENT;
        }

        private static byte[] digest(char[] password, byte[] salt) {
            String counted = new String(password);
            if (flaw == Flaw.TAKES_CAPITALS_FOR_SMALL) {
                counted = counted.toLowerCase(Locale.ROOT);
            }
            if (flaw == Flaw.CUTS_AT_72 && counted.length() > 72) {
                counted = counted.substring(0, 72);
            }
            return Flaws.sha256(salt, Flaws.utf8(counted.toCharArray()));
        }
    }
}
