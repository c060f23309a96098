package org.sekisho.gate.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void namesStandInTheOrderOfCodePointsNotOfUtf16() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("\ud83d\ude00", 3L); // U+1F600, in UTF-16 before U+FB01
        object.put("\ufb01", 2L);
        object.put("b", 1L);
        object.put("B", 0L);
        assertThat(text(object)).isEqualTo("{\"B\":0,\"b\":1,\"\ufb01\":2,\"\ud83d\ude00\":3}");
    }

    @Test
    void onlyTheQuotationMarkAndTheBackslashAreEscaped() {
        assertThat(text("a\"b\\c\n\t/関")).isEqualTo("\"a\\\"b\\\\c\n\t/関\"");
    }

    @Test
    void thereIsNoWhiteSpace() {
        assertThat(text(Map.of("a", List.of(1L, true, "x", Map.of(), List.of()))))
                .isEqualTo("{\"a\":[1,true,\"x\",{},[]]}");
    }

    @Test
    void aFloatHasNoCanonicalForm() {
        assertThatThrownBy(() -> CanonicalJson.of(1.5)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(Object value) {
        return new String(CanonicalJson.of(value), StandardCharsets.UTF_8);
    }
}
