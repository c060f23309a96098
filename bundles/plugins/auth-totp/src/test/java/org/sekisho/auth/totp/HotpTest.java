package org.sekisho.auth.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    /** RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "5, 254676",
        "6, 287922",
        "7, 162583",
        "8, 399871",
        "9, 520489"
    })
    void codesAreThoseOfTheRfc(long counter, String code) {
        assertThat(Hotp.code(SECRET, counter, 6)).containsExactly(code.toCharArray());
    }

    /** RFC 6238, appendix B, SHA-1: eight digits, steps of thirty seconds. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesOfTimeAreThoseOfTheRfc(long second, String code) {
        assertThat(Hotp.code(SECRET, second / 30, 8)).containsExactly(code.toCharArray());
    }
}
