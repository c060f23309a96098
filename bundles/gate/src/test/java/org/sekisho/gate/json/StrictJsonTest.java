package org.sekisho.gate.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.gate.refusal.MalformedDocument;

class StrictJsonTest {

    @Test
    void aNullIsReadOnlyWhereItIsAskedForAndPassesForNothingElse() throws MalformedDocument {
        byte[] json = "{\"a\":null}".getBytes(StandardCharsets.UTF_8);
        Fields fields = StrictJson.readWithNulls("test", json, 100);
        assertThat(fields.canonical()).asString().isEqualTo("{\"a\":null}");
        assertThatThrownBy(() -> fields.text("a")).isInstanceOf(MalformedDocument.class);
        assertThatThrownBy(() -> fields.flag("a", true)).isInstanceOf(MalformedDocument.class);
        byte[] twice = "{\"a\":null,\"a\":1}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> StrictJson.readWithNulls("test", twice, 100)).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void aPairOfSurrogatesIsOneCharacter() throws MalformedDocument {
        assertThat(read("{\"a\":\"\\ud83d\\ude00\"}").text("a")).isEqualTo("\ud83d\ude00");
    }

    @Test
    void aStrictObjectIsRead() throws MalformedDocument {
        Fields fields = read("{\"a\": \"x\", \"n\": -12, \"t\": true, \"o\": {\"l\": [\"y\"]}}");
        assertThat(fields.text("a")).isEqualTo("x");
        assertThat(fields.number("n")).isEqualTo(-12);
        assertThat(fields.flag("t", false)).isTrue();
        assertThat(fields.object("o").texts("l")).containsExactly("y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"a\":1.0}",
                "{\"a\":1e3}",
                "{\"a\":01}",
                "{\"a\":9999999999999999999}",
                "{\"a\":NaN}",
                "{\"a\":null}",
                "{\"a\":1}{}",
                "{\"a\":1} x",
                "{\"a\":1",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,}",
                "{\"a\":1}//",
                "\ufeff{\"a\":1}",
                "{\"a\":\"line\nbreak\"}",
                "{\"a\":TRUE}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\ud800x\"}",
                "{\"\\udc00\":1}"
            })
    void whateverElseIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void depthIsBounded() {
        String deep = "{\"a\":".repeat(50) + "1" + "}".repeat(50);
        assertThatThrownBy(() -> read(deep))
                .isInstanceOf(MalformedDocument.class)
                .hasMessageContaining("nested");
    }

    @Test
    void sizeIsBounded() {
        byte[] large = ("{\"a\":\"" + "x".repeat(1000) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> StrictJson.read("large.json", large, 1000)).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void brokenUtf8IsRefused() {
        byte[] broken = {'{', '"', (byte) 0xc3, '"', ':', '1', '}'};
        assertThatThrownBy(() -> StrictJson.read("broken.json", broken, 100)).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void aCriticalFieldThatNobodyKnowsIsRefused() throws MalformedDocument {
        Fields fields = read("{\"schema\":1,\"critical\":[\"geofence\"],\"geofence\":\"JP\"}");
        assertThatThrownBy(() -> fields.ofSchema(1)).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void anotherSchemaIsRefused() throws MalformedDocument {
        Fields fields = read("{\"schema\":2}");
        assertThatThrownBy(() -> fields.ofSchema(1)).isInstanceOf(MalformedDocument.class);
    }

    private static Fields read(String text) throws MalformedDocument {
        return StrictJson.read("test.json", text.getBytes(StandardCharsets.UTF_8), 10_000);
    }
}
