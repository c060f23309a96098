package org.sekisho.auth.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.identity.PinScheme;
import org.sekisho.testkit.PinSchemeContract;

class HmacPinsTest implements PinSchemeContract {

    private static final byte[] PEPPER = pepper(7);

    private final HmacPins scheme = new HmacPins();

    @Override
    public PinScheme scheme() {
        return scheme;
    }

    private static byte[] pepper(int fill) {
        byte[] pepper = new byte[32];
        Arrays.fill(pepper, (byte) fill);
        return pepper;
    }

    @Test
    void pepperIsAsLongAsAKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> scheme.hash("4917".toCharArray(), new byte[16]));
    }

    /** Worked out by an independent HMAC: {@code printf 'sekisho pin 1\0' + 16 zero bytes + '4917'}, key 32 bytes of 7. */
    @Test
    void storedFormIsWhatItSays() {
        String stored = "$hmac-sha256$AAAAAAAAAAAAAAAAAAAAAA$IzVIOppT02hMqivbW3lBvAgwqSfH3aazrow3NY3U3yE";

        assertThat(scheme.verify("4917".toCharArray(), stored, PEPPER)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4917",
                "$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
                "$hmac-sha256$AAAAAAAAAAAAAAAAAAAAAA$",
                "$hmac-sha256$BAAAAAAAAAAAAAAAAAAAAA$IzVIOppT02hMqivbW3lBvAgwqSfH3aazrow3NY3U3yE"
            })
    void otherFormsAreNeverRight(String stored) {
        assertThat(scheme.verify("4917".toCharArray(), stored, PEPPER)).isFalse();
    }
}
