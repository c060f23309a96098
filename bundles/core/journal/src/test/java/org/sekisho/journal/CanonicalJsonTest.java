package org.sekisho.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonPrimitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors are those of RFC 8785 and its published test data, as far as they hold no fractions. */
class CanonicalJsonTest {

    /** RFC 8785, 3.2.2, without its doubles. */
    @Test
    void stringsAndLiteralsAsInTheRfc() {
        String in =
                "{\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\", \"literals\": [null, true, false]}";
        assertThat(canonical(in))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /** RFC 8785, 3.2.3: by UTF-16 code units, so the emoji's surrogates come before U+FB33. */
    @Test
    void namesInTheOrderOfTheRfc() {
        String in =
                "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew Letter Dalet With Dagesh\","
                        + "\"1\":\"One\",\"\\ud83d\\ude00\":\"Emoji: Grinning Face\",\"\\u0080\":\"Control\","
                        + "\"\\u00f6\":\"Latin Small Letter O With Diaeresis\"}";
        assertThat(canonical(in))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"😀\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    /** Test data arrays, french and unicode. */
    @Test
    void nestingAccentsAndUnnormalisedTextStay() {
        assertThat(canonical("[ 56, { \"d\": true, \"10\": null, \"1\": [ ] } ]"))
                .isEqualTo("[56,{\"1\":[],\"10\":null,\"d\":true}]");
        assertThat(canonical("{\"peach\":\"a\",\"péché\":\"b\",\"pêche\":\"c\",\"sin\":\"d\"}"))
                .isEqualTo("{\"peach\":\"a\",\"péché\":\"b\",\"pêche\":\"c\",\"sin\":\"d\"}");
        assertThat(canonical("{\"Unnormalized Unicode\":\"A\\u030a\"}"))
                .isEqualTo("{\"Unnormalized Unicode\":\"A\u030a\"}");
    }

    /** Test data weird: what browsers and terminals mind is left as it is. */
    @Test
    void onlyWhatMustBeIsEscaped() {
        assertThat(canonical("{\"</script>\":\"Browser Challenge\",\"\\u007f\":\"\\u2028\"}"))
                .isEqualTo("{\"</script>\":\"Browser Challenge\",\"\u007f\":\"\u2028\"}");
        assertThat(CanonicalJson.write(new JsonPrimitive("\b\t\n\f\r\"\\/\u0000\u001f")))
                .isEqualTo("\"\\b\\t\\n\\f\\r\\\"\\\\/\\u0000\\u001f\"");
    }

    /** RFC 8785, appendix B: those that are whole and exact. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "9007199254740992", "-9007199254740992", "-1", "1000"})
    void wholeNumbersStay(String number) {
        assertThat(canonical(number)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0",
                "1.0",
                "1.5",
                "1e3",
                "9007199254740993",
                "-9007199254740993",
                "295147905179352830000",
                "NaN"
            })
    void otherNumbersAreAProgrammersMistake(String number) {
        assertThatIllegalArgumentException().isThrownBy(() -> canonical(number));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(new JsonPrimitive(0.5)));
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(new JsonPrimitive(Long.MIN_VALUE)));
    }

    @Test
    void halfASurrogatePairIsRefused() {
        for (String half : new String[] {"\ud83d", "\ud83dx", "\ude00", "x\ud83d"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(new JsonPrimitive(half)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\":1,\"a\":1}", "[1,]", "{} x", "{'a':1}", "[1", "\"\t\"", "nul"})
    void whatIsNotStrictJsonIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.read(text));
    }

    private static String canonical(String text) {
        return CanonicalJson.write(CanonicalJson.read(text));
    }
}
