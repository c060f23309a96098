package org.sekisho.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.identity.Sentence;

class PinRuleTest {

    @ParameterizedTest
    @CsvSource({
        "4917, ''",
        "830617, ''",
        "123457, ''",
        "000001, ''",
        "121213, ''",
        "917306482051, ''",
        "'', pin.digits",
        "491, pin.digits",
        "9173064820517, pin.digits",
        "49a7, pin.digits",
        "４９１７, pin.digits",
        "' 4917', pin.digits",
        "-4917, pin.digits",
        "0000, pin.simple",
        "777777, pin.simple",
        "1234, pin.simple",
        "7890, pin.simple",
        "987654, pin.simple",
        "2468, pin.simple",
        "1212, pin.simple",
        "090909, pin.simple",
        "2580, pin.simple",
        "0852, pin.simple"
    })
    void pinHasFourToTwelveDigitsThatNobodyTriesFirst(String pin, String keys) {
        assertThat(PinRule.broken(pin.toCharArray()))
                .extracting(Sentence::key)
                .containsExactly(keys.isEmpty() ? new String[0] : keys.split(","));
    }
}
