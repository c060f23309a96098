package org.sekisho.gate.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.gate.refusal.MalformedDocument;

/** The schemas in {@code docs/schemas} and the gate's readers refuse the same documents, as far as a schema can. */
class SchemasTest {

    private static final String DIGEST = "ab".repeat(32);

    private static final String ALLOWLIST = """
            {"schema":1,"critical":["lineage"],"entries":[{"symbolicName":"loyalty","version":"2.3.0","size":3,"sha256":"#",
            "publisher":{"spkiSha256":"#","name":"Someone"},"lineage":["#"],"powers":{"granted":["FILES"],"computedBy":"x 1"},
            "imports":["org.a"],"services":{"provides":["a.B"],"requires":["a.C"]},"sbom":{"sha256":"#","format":""},
            "evidence":[{"type":"vetted","verifier":"x","time":"2026-01-01T00:00:00Z","avEngine":"none","avVerdict":"CLEAN"}],
            "minRuntime":"0.1.0","plugin":true,"file":"loyalty.jar","colour":"blue"}]}
            """;

    private static final String REVOCATIONS = """
            {"schema":1,"revoked":[{"sha256":"#","level":"off-at-day-close","reason":"","replacement":"#"}]}
            """;

    private static final String ASSEMBLY = """
            {"schema":1,"name":"demo-grocery","version":"1.0.0","bundles":["#"],"serving":["#"],
            "platform":[{"file":"lib/modules/a.jar","sha256":"#","size":3}]}
            """;

    static Stream<Arguments> brokenDocuments() {
        return Stream.of(
                broken("allowlist", "\"schema\":1", "\"schema\":2"),
                broken("allowlist", "\"entries\":", "\"entrees\":"),
                broken("allowlist", "\"symbolicName\":\"loyalty\",", ""),
                broken("allowlist", "\"symbolicName\":\"loyalty\"", "\"symbolicName\":\"loyalty;x\""),
                broken("allowlist", "2.3.0", "two"),
                broken("allowlist", "\"size\":3", "\"size\":0"),
                broken("allowlist", "\"size\":3", "\"size\":\"3\""),
                broken("allowlist", "\"size\":3", "\"size\":3.5"),
                broken("allowlist", "\"sha256\":\"#\",\n\"publisher\"", "\"sha256\":\"AB\",\n\"publisher\""),
                broken("allowlist", "\"spkiSha256\":\"#\"", "\"spkiSha256\":\"\""),
                broken("allowlist", "Someone", "Some\\u001bone"),
                broken("allowlist", "Someone", "Some\\u202eone"),
                broken("allowlist", "\"lineage\":[\"#\"],", ""),
                broken("allowlist", "\"lineage\":[\"#\"]", "\"lineage\":[\"#\",\"#\"]"),
                broken("allowlist", "\"FILES\"", "\"FLY\""),
                broken("allowlist", "[\"FILES\"]", "\"FILES\""),
                broken("allowlist", "\"computedBy\":\"x 1\"", "\"computedBy\":\"\""),
                broken("allowlist", "\"org.a\"", "\"org.*\""),
                broken("allowlist", "\"org.a\"", "\"org.a;version=1\""),
                broken("allowlist", "\"a.B\"", "\"a b\""),
                broken("allowlist", ",\"requires\":[\"a.C\"]", ""),
                broken("allowlist", "{\"sha256\":\"#\",\"format\":\"\"}", "\"CycloneDX\""),
                broken("allowlist", "2026-01-01T00:00:00Z", "2026-01-01"),
                broken("allowlist", "\"CLEAN\"", "\"INFECTED\""),
                broken("allowlist", ",\"avVerdict\":\"CLEAN\"", ""),
                broken("allowlist", "\"0.1.0\"", "\"0.1\""),
                broken("allowlist", "\"plugin\":true", "\"plugin\":\"true\""),
                broken("allowlist", "\"plugin\":true", "\"plugin\":null"),
                broken("allowlist", "loyalty.jar", "../loyalty.jar"),
                broken("allowlist", "loyalty.jar", "loyalty.zip"),
                broken("revocations", "\"revoked\":", "\"revokes\":"),
                broken("revocations", "\"sha256\":\"#\",", ""),
                broken("revocations", "off-at-day-close", "OFF_NOW"),
                broken("revocations", ",\"reason\":\"\"", ""),
                broken("revocations", "\"reason\":\"\"", "\"reason\":\"a\\nb\""),
                broken("revocations", "\"replacement\":\"#\"", "\"replacement\":\"\""),
                broken("assembly", "demo-grocery", "demo grocery"),
                broken("assembly", "\"1.0.0\"", "1"),
                broken("assembly", "\"bundles\":[\"#\"]", "\"bundles\":[\"a.jar\"]"),
                broken("assembly", "\"bundles\":[\"#\"]", "\"bundles\":[\"#\",\"#\"]"),
                broken("assembly", "lib/modules/a.jar", "lib/../a.jar"),
                broken("assembly", "lib/modules/a.jar", "/lib/a.jar"),
                broken("assembly", "lib/modules/a.jar", "lib\\\\a.jar"),
                broken("assembly", "\"size\":3", "\"size\":-1"),
                broken("assembly", "\"platform\":", "\"platforms\":"));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @MethodSource("brokenDocuments")
    void schemaAndReaderBothRefuse(String kind, String part, String lie) throws IOException {
        String text = sound(kind).replace(filled(part), filled(lie));
        assertThat(text).isNotEqualTo(sound(kind));
        assertThatThrownBy(() -> read(kind, text)).isInstanceOf(MalformedDocument.class);
        assertThat(violations(kind, text)).isNotEmpty();
    }

    @Test
    void schemaAndReaderBothTakeSoundDocuments() throws IOException {
        for (String kind : new String[] {"allowlist", "revocations", "assembly"}) {
            assertThatCode(() -> read(kind, sound(kind))).as(kind).doesNotThrowAnyException();
            assertThat(violations(kind, sound(kind))).as(kind).isEmpty();
        }
    }

    @Test
    void onlyTheReaderSeesWhatNoSchemaCan() {
        for (String lie : new String[] {
            sound("allowlist").replace("\"plugin\":true", "\"plugin\":false,\"plugin\":true"),
            sound("allowlist").replace("\"size\":3", "\"size\":3.0"),
            sound("allowlist").replace("\"lineage\"]", "\"colour\"]"),
            sound("allowlist") + "{}",
            "\ufeff" + sound("allowlist"),
        }) {
            assertThatThrownBy(() -> read("allowlist", lie)).as(lie).isInstanceOf(MalformedDocument.class);
        }
    }

    /** The powers that the schema names are the gate's. */
    @Test
    void schemaNamesEveryPower() throws IOException {
        String schema = Files.readString(schema("allowlist"));
        for (Power power : Power.values()) {
            assertThat(schema).contains("\"" + power + "\"");
        }
    }

    private static Arguments broken(String kind, String part, String lie) {
        return Arguments.of(kind, part, lie);
    }

    private static String sound(String kind) {
        return filled(
                switch (kind) {
                    case "allowlist" -> ALLOWLIST;
                    case "revocations" -> REVOCATIONS;
                    default -> ASSEMBLY;
                });
    }

    private static String filled(String text) {
        return text.replace("#", DIGEST);
    }

    private static void read(String kind, String text) throws MalformedDocument {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        switch (kind) {
            case "allowlist" -> Allowlist.read(bytes);
            case "revocations" -> Revocations.read(bytes);
            default -> Assembly.read(bytes);
        }
    }

    private static Set<ValidationMessage> violations(String kind, String text) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(schema(kind)))
                .validate(text, InputFormat.JSON);
    }

    private static Path schema(String kind) {
        return Path.of("../../docs/schemas", kind + ".schema.json");
    }
}
