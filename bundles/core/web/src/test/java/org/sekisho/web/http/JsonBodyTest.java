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
                "// x\n{}"
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
