package org.sekisho.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sekisho.api.identity.OneTimeCodeScheme;

class OneTimeCodeSchemeContractTest {

    enum Flaw {
        NONE,
        KNOWS_NO_CODE,
        IS_GENEROUS_WITH_TIME,
        COUNTS_NO_STEPS,
        LEAVES_THE_SECRET_OUT,
        TRIMS_WHAT_IS_TYPED,
        HAS_ONE_SECRET,
        SHOWS_TWO_SECRETS,
        WIPES_THE_SECRET
    }

    private static final Map<Flaw, String> FLAWS = Map.of(
            Flaw.KNOWS_NO_CODE, "codeOfThisMomentBelongsToItsStep",
            Flaw.IS_GENEROUS_WITH_TIME, "neighboursCountAndNoOthers",
            Flaw.COUNTS_NO_STEPS, "stepsRiseWithTime",
            Flaw.LEAVES_THE_SECRET_OUT, "codeOfAnotherSecretBelongsToNone",
            Flaw.TRIMS_WHAT_IS_TYPED, "whateverElseIsTypedBelongsToNoneAndIsNoException",
            Flaw.HAS_ONE_SECRET, "secretsAreLongAndNeverTheSame",
            Flaw.SHOWS_TWO_SECRETS, "whatIsShownOfASecretIsTheSameInBothForms",
            Flaw.WIPES_THE_SECRET, "whatIsHandedInStaysAsItWas");

    @Test
    void rightSchemeKeepsEveryPoint() {
        Flawed.flaw = Flaw.NONE;
        assertThat(Outcome.failures(Flawed.class)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> wrongSchemesBreakTheirPoints() {
        return Flaws.each(OneTimeCodeSchemeContract.class, FLAWS, flaw -> {
            Flawed.flaw = flaw;
            return Outcome.failures(Flawed.class);
        });
    }

    /** Six digits of a digest of secret and step, right but for one thing. */
    static final class Flawed implements OneTimeCodeSchemeContract, OneTimeCodeScheme {

        static Flaw flaw = Flaw.NONE;

        @Override
        public OneTimeCodeScheme scheme() {
            return new Flawed();
        }

        @Override
        public String shown(byte[] secret, Instant at) {
            return code(secret, at.getEpochSecond() / 30);
        }

        private static String code(byte[] secret, long step) {
            byte[] counted = flaw == Flaw.LEAVES_THE_SECRET_OUT ? new byte[0] : secret;
            byte[] digest = Flaws.sha256(
                    counted, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            return String.format(Locale.ROOT, "%06d", (ByteBuffer.wrap(digest).getInt() & 0x7fffffff) % 1_000_000);
        }

        @Override
        public byte[] newSecret() {
            byte[] secret = new byte[20];
            if (flaw != Flaw.HAS_ONE_SECRET) {
                new SecureRandom().nextBytes(secret);
            }
            return secret;
        }

        @Override
        public OptionalLong stepOf(char[] code, byte[] secret, Instant now) {
            String typed = flaw == Flaw.TRIMS_WHAT_IS_TYPED ? new String(code).strip() : new String(code);
            long step = now.getEpochSecond() / 30;
            int window = flaw == Flaw.IS_GENEROUS_WITH_TIME ? 4 : 1;
            OptionalLong found = OptionalLong.empty();
            for (long each = step - window; each <= step + window && flaw != Flaw.KNOWS_NO_CODE; each++) {
                if (code(secret, each).equals(typed)) {
                    found = OptionalLong.of(flaw == Flaw.COUNTS_NO_STEPS ? 0 : each);
                }
            }
            if (flaw == Flaw.WIPES_THE_SECRET) {
                Arrays.fill(secret, (byte) 0);
            }
            return found;
        }

        @Override
        public char[] typed(byte[] secret) {
            return HexFormat.of().formatHex(secret).toCharArray();
        }

        @Override
        public char[] uri(byte[] secret, String issuer, String operator) {
            String text =
                    flaw == Flaw.SHOWS_TWO_SECRETS ? "AAAA" : HexFormat.of().formatHex(secret);
            String shop = URLEncoder.encode(issuer, UTF_8).replace("+", "%20");
            return ("otpauth://totp/" + shop + ":" + operator + "?secret=" + text).toCharArray();
        }
    }
}
