package org.sekisho.gate.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.gate.json.CanonicalJson;
import org.sekisho.gate.refusal.MalformedDocument;

class RevocationsTest {

    private static final String JAR = "ab".repeat(32);

    private final Map<String, Object> revoked =
            new HashMap<>(Map.of("sha256", JAR, "level", "off-at-day-close", "reason", "leaks"));

    private Revocations read() throws MalformedDocument {
        return Revocations.read(CanonicalJson.of(Map.of("schema", 1, "revoked", List.of(revoked))));
    }

    @Test
    void aRevocationSaysHowSoonWhyAndWhatTakesItsPlace() throws Exception {
        revoked.put("replacement", "cd".repeat(32));
        assertThat(read().of(JAR))
                .contains(new Revocations.Revocation(Revocations.Level.OFF_AT_DAY_CLOSE, "leaks", "cd".repeat(32)));
    }

    @ParameterizedTest
    @CsvSource({"sha256", "level", "reason"})
    void nothingMayBeMissing(String field) {
        revoked.remove(field);
        assertThatThrownBy(this::read).isInstanceOf(MalformedDocument.class);
    }

    @ParameterizedTest
    @CsvSource({"sha256, ab", "level, OFF_NOW", "level, someday", "reason, 'a\tb'", "replacement, none"})
    void aFieldOfAnotherFormIsRefused(String field, String value) {
        revoked.put(field, value);
        assertThatThrownBy(this::read).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void anUnknownCriticalFieldIsRefused() {
        assertThatThrownBy(() -> Revocations.read(CanonicalJson.of(
                        Map.of("schema", 1, "revoked", List.of(revoked), "critical", List.of("until")))))
                .hasMessageContaining("until");
    }
}
