package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the build publishes fits the schemas that other programs are written against. */
class SchemasIT {

    private static final Path TARGETS =
            Path.of(System.getProperty("sekisho.installation")).resolve("repository/targets");
    private static final Path SCHEMAS = Path.of("../docs/schemas");

    /** Made in a shop, and not published. */
    private static final List<String> SHOPS_OWN = List.of("approvals", "shop-approvers");

    @TestFactory
    List<DynamicTest> everyPublishedDocumentFitsItsSchema() throws IOException {
        try (Stream<Path> schemas = Files.list(SCHEMAS)) {
            List<String> kinds = schemas.map(
                            file -> file.getFileName().toString().replace(".schema.json", ""))
                    .filter(kind -> !SHOPS_OWN.contains(kind))
                    .sorted()
                    .toList();
            assertThat(kinds).contains("allowlist", "assembly", "revocations");
            return kinds.stream()
                    .map(kind -> DynamicTest.dynamicTest(kind, () -> fits(kind)))
                    .toList();
        }
    }

    private static void fits(String kind) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(SCHEMAS.resolve(kind + ".schema.json")));
        try (Stream<Path> files = Files.list(TARGETS)) {
            List<Path> published = files.filter(
                            file -> file.getFileName().toString().endsWith("." + kind + ".json"))
                    .toList();
            assertThat(published).as(kind).isNotEmpty();
            for (Path file : published) {
                assertThat(schema.validate(Files.readString(file), InputFormat.JSON))
                        .as("%s", file)
                        .isEmpty();
            }
        }
    }
}
