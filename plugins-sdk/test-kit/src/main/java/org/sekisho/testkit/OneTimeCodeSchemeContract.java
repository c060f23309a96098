package org.sekisho.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.sekisho.api.identity.OneTimeCodeScheme;

/** What every scheme of one-time codes keeps; a plugin's test implements this and adds codes that its standard publishes. */
public interface OneTimeCodeSchemeContract {

    /** The scheme, as the register has it. */
    OneTimeCodeScheme scheme();

    /** What the app on the phone shows at a moment. */
    String shown(byte[] secret, Instant at);

    /** How long a step is, in seconds. */
    default int step() {
        return 30;
    }

    @Test
    default void codeOfThisMomentBelongsToItsStep() {
        byte[] secret = scheme().newSecret();
        for (long second : List.of(0L, 59L, 1_111_111_111L, 4_000_000_000L)) {
            OptionalLong found = stepOf(shown(secret, at(second)), secret, second);
            assertThat(found).as("second %d", second).isPresent();
            assertThat(found.getAsLong()).isGreaterThanOrEqualTo(second / step());
        }
    }

    @Test
    default void neighboursCountAndNoOthers() {
        byte[] secret = scheme().newSecret();
        long now = 1_800_000_000L / step() * step();
        for (int away = -6; away <= 6; away++) {
            long second = now + (long) away * step();
            OptionalLong found = stepOf(shown(secret, at(second)), secret, now);
            boolean alike = List.of(-1, 0, 1).stream()
                    .anyMatch(near ->
                            shown(secret, at(now + (long) near * step())).equals(shown(secret, at(second))));
            assertThat(found.isPresent()).as("%d steps away", away).isEqualTo(alike);
        }
    }

    @Test
    default void stepsRiseWithTime() {
        byte[] secret = scheme().newSecret();
        long now = 1_800_000_000L / step() * step();
        long first = stepOf(shown(secret, at(now)), secret, now).orElseThrow();
        long later = now + 10L * step();
        assertThat(stepOf(shown(secret, at(later)), secret, later).orElseThrow())
                .isGreaterThan(first);
    }

    @Test
    default void codeOfAnotherSecretBelongsToNone() {
        int taken = 0;
        for (int tries = 0; tries < 20; tries++) {
            String code = shown(scheme().newSecret(), at(1_800_000_000L));
            taken += stepOf(code, scheme().newSecret(), 1_800_000_000L).isPresent() ? 1 : 0;
        }
        assertThat(taken).as("by chance").isLessThan(3);
    }

    @Test
    default void whateverElseIsTypedBelongsToNoneAndIsNoException() {
        byte[] secret = scheme().newSecret();
        String code = shown(secret, at(1_800_000_000L));
        for (String typed : List.of("", "x", code + "0", code.substring(1), " " + code, "\0\0\0\0\0\0", "１２３４５６")) {
            assertThat(stepOf(typed, secret, 1_800_000_000L)).as(typed).isEmpty();
        }
    }

    @Test
    default void secretsAreLongAndNeverTheSame() {
        assertThat(scheme().newSecret().length)
                .as("RFC 4226: 16 bytes at least")
                .isGreaterThanOrEqualTo(16);
        assertThat(scheme().newSecret()).isNotEqualTo(scheme().newSecret());
    }

    @Test
    default void whatIsShownOfASecretIsTheSameInBothForms() {
        byte[] secret = scheme().newSecret();
        String typed = new String(scheme().typed(secret)).replace(" ", "");
        String uri = new String(scheme().uri(secret, "Shop & Son 店", "hanako"));
        assertThat(uri)
                .startsWith("otpauth://totp/")
                .contains("secret=" + typed)
                .contains("hanako");
        assertThat(uri).doesNotContain(" ").matches("[\\x21-\\x7e]+");
    }

    @Test
    default void whatIsHandedInStaysAsItWas() {
        byte[] secret = scheme().newSecret();
        byte[] kept = secret.clone();
        char[] code = shown(secret, at(1_800_000_000L)).toCharArray();
        char[] typed = code.clone();
        scheme().stepOf(code, secret, at(1_800_000_000L));
        scheme().typed(secret);
        scheme().uri(secret, "Shop", "hanako");
        assertThat(secret).isEqualTo(kept);
        assertThat(code).isEqualTo(typed);
    }

    private OptionalLong stepOf(String code, byte[] secret, long second) {
        return scheme().stepOf(code.toCharArray(), secret, at(second));
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
