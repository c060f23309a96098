package org.sekisho.gate.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.sekisho.gate.refusal.MalformedDocument;

/** What holds for every document, not just for those that somebody thought of. */
class JsonPropertiesTest {

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                texts().map(each -> (Object) each),
                Arbitraries.longs().map(each -> (Object) each),
                Arbitraries.of(true, false).map(each -> (Object) each));
        return Arbitraries.recursive(() -> leaf, JsonPropertiesTest::around, 0, 3);
    }

    private static Arbitrary<Object> around(Arbitrary<Object> inner) {
        return Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(each -> (Object) each),
                Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), inner)
                        .ofMaxSize(3)
                        .map(each -> (Object) each));
    }

    /** Without controls, which canonical JSON does not escape. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(12);
    }

    @Property(tries = 200)
    void whatIsWrittenIsReadAndWrittenAlike(@ForAll @From("values") Object value) throws MalformedDocument {
        byte[] written = CanonicalJson.of(Map.of("value", value, "list", List.of(value)));
        assertThat(StrictJson.read("test", written, 1 << 20).canonical()).isEqualTo(written);
    }

    @Property(tries = 200)
    void whiteSpaceChangesNothing(@ForAll @From("values") Object value) throws MalformedDocument {
        byte[] written = CanonicalJson.of(Map.of("value", value));
        String spaced = "\n\t " + new String(written, StandardCharsets.UTF_8) + " \r\n";
        assertThat(StrictJson.read("test", spaced.getBytes(StandardCharsets.UTF_8), 1 << 20)
                        .canonical())
                .isEqualTo(written);
    }

    @Property(tries = 200)
    void aDocumentCutAnywhereIsRefused(
            @ForAll @From("values") Object value, @ForAll @Size(max = 1) List<Integer> where) {
        byte[] written = CanonicalJson.of(Map.of("value", value));
        int length = where.isEmpty() ? written.length - 1 : Math.floorMod(where.get(0), written.length);
        assertThat(isRead(java.util.Arrays.copyOf(written, length))).isFalse();
    }

    @Property(tries = 1000)
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 60) byte[] bytes) {
        isRead(bytes);
    }

    private static boolean isRead(byte[] bytes) {
        try {
            StrictJson.read("test", bytes, 1 << 20);
            return true;
        } catch (MalformedDocument e) {
            return false;
        }
    }
}
