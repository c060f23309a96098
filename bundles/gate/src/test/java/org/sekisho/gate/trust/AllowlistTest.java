package org.sekisho.gate.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.gate.fixture.TestEntry;
import org.sekisho.gate.json.CanonicalJson;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.NeedsNewerRegister;

class AllowlistTest {

    private static final String OTHER = "ab".repeat(32);

    private final Map<String, Object> entry =
            TestEntry.of("loyalty", new byte[] {1, 2, 3}, true, List.of("org.sekisho.api.model"), "FILES");
    private final Map<String, Object> document = new HashMap<>(Map.of("schema", 1, "entries", List.of(entry)));

    private Allowlist read() throws MalformedDocument {
        return Allowlist.read(CanonicalJson.of(document));
    }

    private AllowlistEntry only() throws MalformedDocument {
        return read().entries().iterator().next();
    }

    @Test
    void everyFieldIsRead() throws Exception {
        entry.put("lineage", List.of(OTHER));
        entry.put("services", Map.of("provides", List.of("a.Driver"), "requires", List.of("b.Clock")));
        entry.put("sbom", Map.of("sha256", OTHER, "format", "CycloneDX 1.6"));
        AllowlistEntry read = only();
        assertThat(read.symbolicName()).isEqualTo("loyalty");
        assertThat(read.version()).isEqualTo("1.0.0");
        assertThat(read.size()).isEqualTo(3);
        assertThat(read.publisherName()).isEqualTo("Test");
        assertThat(read.lineage()).containsExactly(OTHER);
        assertThat(read.powers()).containsExactly("FILES");
        assertThat(read.computedBy()).isEqualTo("test");
        assertThat(read.imports()).containsExactly("org.sekisho.api.model");
        assertThat(read.provides()).containsExactly("a.Driver");
        assertThat(read.requires()).containsExactly("b.Clock");
        assertThat(read.sbom()).isEqualTo(new Sbom(OTHER, "CycloneDX 1.6"));
        assertThat(read.evidence().get(0).avVerdict()).isEqualTo(Evidence.AvVerdict.NOT_SCANNED);
        assertThat(read.minRuntime()).isEqualTo("0.1.0");
        assertThat(read.plugin()).isTrue();
        assertThat(read.file()).isEqualTo("loyalty.jar");
    }

    @ParameterizedTest
    @CsvSource({
        "symbolicName",
        "version",
        "size",
        "sha256",
        "publisher",
        "lineage",
        "powers",
        "imports",
        "services",
        "evidence",
        "minRuntime",
        "plugin",
        "file"
    })
    void anEntryWithoutOneOfItsFieldsIsRefused(String field) {
        entry.remove(field);
        assertThatThrownBy(this::read).isInstanceOf(MalformedDocument.class);
    }

    @ParameterizedTest
    @CsvSource({
        "symbolicName, '../x'",
        "symbolicName, ''",
        "version, 1.0.0.a.b",
        "version, 99999999999",
        "sha256, ABCD",
        "minRuntime, 1.0",
        "plugin, 'true'",
        "file, '../loyalty.jar'",
        "file, loyalty.zip",
        "size, '3'",
        "imports, a",
        "sbom, CycloneDX",
    })
    void aFieldOfAnotherFormIsRefused(String field, String value) {
        entry.put(field, value);
        assertThatThrownBy(this::read).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void listsHoldNothingTwice() {
        entry.put("imports", List.of("a.b", "a.b"));
        assertThatThrownBy(this::read).hasMessageContaining("twice");
    }

    @Test
    void aSizeIsPositive() {
        entry.put("size", 0);
        assertThatThrownBy(this::read).isInstanceOf(MalformedDocument.class);
    }

    @Test
    void anInfectedJarCannotBeListed() {
        Map<String, Object> evidence = new HashMap<>(evidence().get(0));
        evidence.put("avVerdict", "INFECTED");
        entry.put("evidence", List.of(evidence));
        assertThatThrownBy(this::read).isInstanceOf(MalformedDocument.class);
    }

    @SuppressWarnings("unchecked") // the fixture makes no other
    private List<Map<String, Object>> evidence() {
        return (List<Map<String, Object>>) entry.get("evidence");
    }

    @Test
    void aNameThatSteersTheTerminalIsRefusedAndNotShown() {
        entry.put("publisher", Map.of("name", "Good\u001b[2J\u202eliveD", "spkiSha256", OTHER));
        assertThatThrownBy(this::read)
                .isInstanceOf(MalformedDocument.class)
                .hasMessageNotContainingAny("\u001b", "\u202e");
    }

    @Test
    void aPowerThatIsNotKnownIsRefused() {
        entry.put("powers", Map.of("granted", List.of("FLY"), "computedBy", "test"));
        assertThatThrownBy(this::read).hasMessageContaining("FLY");
    }

    @Test
    void anEntryForALaterRegisterDoesNotLoadAndLeavesTheOthersAlone() throws Exception {
        Map<String, Object> later = TestEntry.of("later", new byte[] {4}, true, List.of(), "FLY");
        later.put("minRuntime", "99.0.0");
        document.put("entries", List.of(entry, later));
        List<AllowlistEntry> entries = new ArrayList<>(read().entries());
        entries.get(0).requireThisRuntime();
        assertThatThrownBy(() -> entries.get(1).requireThisRuntime())
                .isInstanceOf(NeedsNewerRegister.class)
                .hasMessageContaining("99.0.0");
        assertThat(entries.get(1).isRed()).isTrue();
    }

    @Test
    void releasesCompareAsNumbers() {
        assertThat(GateRelease.isAbove("0.10.0", "0.9.1")).isTrue();
        assertThat(GateRelease.isAbove("0.9.1", "0.10.0")).isFalse();
        assertThat(GateRelease.isAbove("1.2.3", "1.2.3")).isFalse();
        assertThat(GateRelease.THIS).matches(Form.RELEASE.pattern());
    }

    @Test
    void anUnknownFieldIsNoReasonToRefuse() throws Exception {
        entry.put("colour", "blue");
        document.put("season", "winter");
        assertThat(read().entries()).hasSize(1);
    }

    @Test
    void anUnknownFieldThatIsCriticalIsRefused() {
        entry.put("colour", "blue");
        document.put("critical", List.of("colour"));
        assertThatThrownBy(this::read).hasMessageContaining("colour");
    }

    @Test
    void aKnownFieldMayBeCritical() throws Exception {
        document.put("critical", List.of("lineage", "services"));
        assertThat(read().entries()).hasSize(1);
    }

    @Test
    void oneJarStandsOnce() {
        document.put("entries", List.of(entry, new HashMap<>(entry)));
        assertThatThrownBy(this::read).hasMessageContaining("twice");
    }

    @Test
    void aFieldThatStandsTwiceIsRefused() {
        String text = new String(CanonicalJson.of(document), StandardCharsets.UTF_8)
                .replace("\"plugin\":true", "\"plugin\":true,\"plugin\":false");
        assertThatThrownBy(() -> Allowlist.read(text.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("twice");
    }
}
