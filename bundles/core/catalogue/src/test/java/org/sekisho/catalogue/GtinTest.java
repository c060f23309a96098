package org.sekisho.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

    /** The examples are those of GS1's and the symbologies' own documents. */
    @ParameterizedTest
    @CsvSource({
        "4901234567894, 04901234567894",
        "6291041500213, 06291041500213",
        "04901234567894, 04901234567894",
        "14901234567891, 14901234567891",
        "036000291452, 00036000291452",
        "0036000291452, 00036000291452",
        "73513537, 00000073513537",
        "49123456, 00000049123456",
        "01234565, 00012345000065",
        "04252614, 00042100005264",
        "2000000000008, 02000000000008"
    })
    void everyFormHasOneNumber(String code, String gtin14) {
        assertThat(Gtin.readings(code).get(0)).hasToString(gtin14);
    }

    /** A UPC-E for each way of leaving out zeros, with the check digit of its UPC-A. */
    @ParameterizedTest
    @CsvSource({
        "01234505, 012000003455",
        "01234514, 012100003454",
        "01234523, 012200003453",
        "01234531, 012300000451",
        "01234543, 012340000053",
        "01234558, 012345000058",
        "01234596, 012345000096"
    })
    void aShortUpcIsItsLongForm(String upcE, String upcA) {
        assertThat(Gtin.readings(upcE).get(0)).isEqualTo(Gtin.readings(upcA).get(0));
    }

    @Test
    void everyMistypedDigitIsFound() {
        String code = "4901234567894";
        List<String> taken = new ArrayList<>();
        for (int at = 0; at < code.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String typed = code.substring(0, at) + digit + code.substring(at + 1);
                if (!Gtin.readings(typed).isEmpty()) {
                    taken.add(typed);
                }
            }
        }
        assertThat(taken).hasSize(code.length()).containsOnly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12", "0012", "4901234567890", "490123456789", "12345678901", "490123456789４", "00000000"})
    void whatIsNoGtinHasNoReading(String code) {
        assertThat(Gtin.readings(code)).isEmpty();
    }
}
