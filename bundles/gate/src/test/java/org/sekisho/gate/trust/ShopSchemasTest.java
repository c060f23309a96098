package org.sekisho.gate.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.gate.fixture.Signer;
import org.sekisho.gate.fixture.TestEntry;
import org.sekisho.gate.json.CanonicalJson;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.operate.DocumentVersion;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.TrustRefusal;

/** What a shop signs fits the schemas; what does not fit them is refused even when it is signed. */
class ShopSchemasTest {

    private static final Signer MAI = new Signer(61);
    private static final SigningPeople PEOPLE = new SigningPeople(List.of(MAI.as("mai")));

    @Test
    void whatAShopWritesFitsItsSchemas() throws Exception {
        AllowlistEntry entry = AllowlistEntry.of(StrictJson.read(
                "entry", CanonicalJson.of(TestEntry.of("loyalty", new byte[] {1}, true, List.of(), "FILES")), 1 << 16));
        byte[] approvers = ShopApprovers.none(integrators()).with(PEOPLE);
        byte[] approvals = Approvals.none(0).with(entry, PEOPLE, Instant.now());
        assertThat(violations("shop-approvers", approvers)).isEmpty();
        assertThat(violations("approvals", approvals)).isEmpty();
        ShopApprovers shop = ShopApprovers.read(List.of(approvers), integrators(), DocumentVersion.NONE);
        assertThat(Approvals.read(approvals, shop.approvers(), DocumentVersion.NONE)
                        .letIn(entry))
                .isTrue();
    }

    private static Approvers integrators() throws MalformedDocument {
        return Approvers.read(CanonicalJson.of(Map.of("schema", 1, "threshold", 1, "approvers", List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "symbolicName, loyalty;x",
        "symbolicName, ''",
        "version, newest",
        "sha256, ABC",
        "publisher, nobody",
        "_type, approvals",
    })
    void schemaAndReaderBothRefuse(String field, String lie) throws IOException, TrustRefusal {
        Map<String, Object> approval = new HashMap<>(Map.of(
                "_type",
                "approval",
                "sha256",
                "ab".repeat(32),
                "symbolicName",
                "loyalty",
                "version",
                "1.0.0",
                "publisher",
                "ab".repeat(32),
                "powers",
                List.of()));
        approval.put(field, lie);
        byte[] approvals = Signer.envelope(
                Map.of("_type", "approvals", "version", 1, "approved", List.of(Signer.envelopeMap(approval, MAI))),
                MAI);
        ShopApprovers shop = ShopApprovers.read(
                List.of(ShopApprovers.none(integrators()).with(PEOPLE)), integrators(), DocumentVersion.NONE);
        assertThat(violations("approvals", approvals)).isNotEmpty();
        assertThatThrownBy(() -> Approvals.read(approvals, shop.approvers(), DocumentVersion.NONE))
                .isInstanceOf(MalformedDocument.class);
    }

    private static Set<ValidationMessage> violations(String kind, byte[] document) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../../docs/schemas", kind + ".schema.json")))
                .validate(new String(document, StandardCharsets.UTF_8), InputFormat.JSON);
    }
}
