package org.sekisho.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    private static JsonBody parse(String text) throws Refused {
        return JsonBody.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void textsAndWholeNumbersAreRead() throws Refused {
        JsonBody body = parse("{\"code\":\"4901\",\"amount\":1000}");
        assertThat(body.text("code", 4)).isEqualTo("4901");
        assertThat(body.number("amount")).isEqualTo(1000);
        assertThat(body.optionalText("unit", 5)).isEmpty();
        body.end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"x\"",
                "{",
                "{}}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":1} x",
                "{\"a\":null}",
                "{\"a\":true}",
                "{\"a\":{}}",
                "{\"a\":[1]}",
                "{\"a\":1.0}",
                "{\"a\":1e3}",
                "{\"a\":9223372036854775808}",
                "{\"a\":\"\t\"}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":\"1\",\"a\":\"2\"}",
                "// x\n{}",
                "{\"a\":01}",
                "{\"a\":-}",
                "{\"a\":+1}",
                "{\"a\":1 2}",
                "{\"a\"1}",
                "{\"a\":\"x}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u00g0\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\ude00\"}",
                "{a:1}",
                "{,}",
                "{\"a\":1}}",
                "\uFEFF{}"
            })
    void whatIsNotFlatStrictJsonIsRefused(String text) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> parse(text))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(400));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> JsonBody.parse(new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'}));
    }

    @Test
    void escapesAndSpacesAreRead() throws Refused {
        JsonBody body = parse(
                " {\r\n\t\"a\" : \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u30ec\\uD83D\\ude00\", \"b\":\"レジ😀\" ,\"c\": -12,\"\":0}\n");
        assertThat(body.text("a", 12)).isEqualTo("\"\\/\b\f\n\r\tレ😀");
        assertThat(body.text("b", 4)).isEqualTo("レジ😀");
        assertThat(body.number("c")).isEqualTo(-12);
        assertThat(body.number("")).isZero();
        body.end();
    }

    @Test
    void secretIsGivenOnceAndNothingElseKeepsIt() throws Refused {
        byte[] bytes = "{\"password\":\"Kx7!mQp2#vRt\"}".getBytes(StandardCharsets.UTF_8);
        JsonBody body = JsonBody.parse(bytes);
        assertThat(bytes).containsOnly(0);
        assertThat(body.secret("password", 12)).containsExactly("Kx7!mQp2#vRt".toCharArray());
        body.end();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> body.secret("password", 12));
    }

    @Test
    void missingTooLongAndWrongKindAreRefused() throws Refused {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> parse("{}").text("code", 4));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> parse("{\"code\":\"49012\"}").text("code", 4));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> parse("{\"code\":4901}").text("code", 4));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> parse("{\"amount\":\"1\"}").number("amount"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> parse("{}").number("amount"));
    }

    @Test
    void whatNobodyAskedForIsRefused() throws Refused {
        JsonBody body = parse("{\"amount\":1,\"price\":1}");
        assertThat(body.number("amount")).isEqualTo(1);
        assertThatExceptionOfType(Refused.class).isThrownBy(body::end).withMessageContaining("price");
    }
}
