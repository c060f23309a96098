package org.sekisho.gate.tuf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    /** SHA-256 of "abc" begins ba7816bf8f01cfea4141 (FIPS 180-4). */
    private static final Fingerprint ABC = Fingerprint.of("abc".getBytes(StandardCharsets.UTF_8));

    @Test
    void itIsTheFirstEightyBitsInCrockfordsDigits() {
        assertThat(ABC).hasToString("Q9W1-DFWF-077Y-MGA1");
    }

    @Test
    void whoWritesItDownCarelesslyIsUnderstood() {
        assertThat(ABC.matches("q9wi dfwf o77y mgal")).isTrue();
    }

    @Test
    void anotherPublicationDoesNotMatch() {
        assertThat(ABC.matches("Q9W1-DFWF-077Y-MGA2")).isFalse();
        assertThat(ABC.matches("")).isFalse();
        assertThat(Fingerprint.of(new byte[0])).isNotEqualTo(ABC);
    }
}
