package org.sekisho.auth.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.identity.OneTimeCodeScheme;
import org.sekisho.testkit.OneTimeCodeSchemeContract;

class TotpTest implements OneTimeCodeSchemeContract {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    private final Totp scheme = new Totp();

    @Override
    public OneTimeCodeScheme scheme() {
        return scheme;
    }

    @Override
    public String shown(byte[] secret, Instant at) {
        return new String(Hotp.code(secret, at.getEpochSecond() / 30, 6));
    }

    private OptionalLong stepOf(String code, long second) {
        return scheme.stepOf(code.toCharArray(), SECRET, Instant.ofEpochSecond(second));
    }

    /** RFC 6238, appendix B, SHA-1: the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082, 1",
        "1111111109, 081804, 37037036",
        "1111111111, 050471, 37037037",
        "1234567890, 005924, 41152263",
        "2000000000, 279037, 66666666",
        "20000000000, 353130, 666666666"
    })
    void codesOfTheRfcBelongToTheirSteps(long second, String code, long step) {
        assertThat(stepOf(code, second)).hasValue(step);
    }

    /** RFC 4226, appendix D: 969429 is the code of step 3, which lasts from second 90 to 119. */
    @Test
    void codeCountsFromTheStepBeforeToTheStepAfter() {
        assertThat(stepOf("969429", 59)).isEmpty();
        assertThat(stepOf("969429", 60)).hasValue(3);
        assertThat(stepOf("969429", 90)).hasValue(3);
        assertThat(stepOf("969429", 149)).hasValue(3);
        assertThat(stepOf("969429", 150)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "9", "96942", "9694290", "969428", "069429", "９６９４２９", "969429 ", "969 429", "\0\0\0\0\0\0"})
    void whateverElseIsTypedBelongsToNone(String code) {
        assertThat(stepOf(code, 90)).isEmpty();
    }

    @Test
    void secretsAreTwentyBytes() {
        assertThat(scheme.newSecret()).hasSize(20);
    }

    @Test
    void secretIsShownInGroupsOfFour() {
        assertThat(new String(scheme.typed(SECRET))).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    @Test
    void uriNamesTheShopAndTheOperator() {
        assertThat(new String(scheme.uri(SECRET, "丸福 & Co", "hanako")))
                .isEqualTo("otpauth://totp/%E4%B8%B8%E7%A6%8F%20%26%20Co:hanako"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E4%B8%B8%E7%A6%8F%20%26%20Co");
    }
}
