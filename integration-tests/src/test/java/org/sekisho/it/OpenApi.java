package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The document that the register serves about its API, and every answer that was held to it. */
final class OpenApi {

    /** What any call may answer; the document says it once, as {@code default}. */
    private static final Set<Integer> GUARDS = Set.of(403, 405, 429, 503);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final Set<String> seen = new TreeSet<>();

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    /** One call that the document describes. */
    record Operation(String method, String path, JsonNode description) {

        boolean answers(int status) {
            return description.path("responses").has(Integer.toString(status));
        }

        boolean isForAnybody() {
            return description.path("security").isArray()
                    && description.path("security").isEmpty();
        }

        boolean hasBody() {
            return description.has("requestBody");
        }

        /** With something in the place of every variable. */
        String somePath() {
            return path.replace("{line}", "1").replaceAll("[{][^}]*[}]", "nothing");
        }
    }

    static OpenApi of(URI page) {
        try {
            return new OpenApi(JSON.readTree(page.resolve("/api/openapi.json").toURL()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(operation -> operations.add(new Operation(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                operation.getValue()))));
        return operations;
    }

    /** Every call and status that the document names, but {@code default}. */
    Set<String> promised() {
        Set<String> promised = new TreeSet<>();
        for (Operation operation : operations()) {
            operation.description().path("responses").fieldNames().forEachRemaining(status -> {
                if (!status.equals("default")) {
                    promised.add(operation.method() + " " + operation.path() + " " + status);
                }
            });
        }
        return promised;
    }

    /** Every call and status that was seen and that the document names. */
    Set<String> seen() {
        return seen;
    }

    /** Holds one answer to the document: its status, its media type and its body. Answers outside the API pass. */
    void check(String method, String path, PageAnswer answer) {
        for (Operation operation : operations()) {
            if (operation.method().equals(method) && matches(operation.path(), path)) {
                check(operation, answer);
            }
        }
    }

    private void check(Operation operation, PageAnswer answer) {
        JsonNode responses = operation.description().path("responses");
        boolean named = operation.answers(answer.status());
        assertThat(named || GUARDS.contains(answer.status()))
                .as("the document does not name this: %s", answer)
                .isTrue();
        JsonNode response = resolved(responses.path(named ? Integer.toString(answer.status()) : "default"));
        if (named) {
            seen.add(operation.method() + " " + operation.path() + " " + answer.status());
        }
        if (!response.has("content")) {
            assertThat(answer.bytes()).as(answer.toString()).isEmpty();
            return;
        }
        String type = response.path("content").fieldNames().next();
        assertThat(answer.header("Content-Type")).as(answer.toString()).isEqualTo(type);
        if (type.equals("application/json")) {
            assertFits(response.path("content").path(type).path("schema"), answer);
        }
    }

    private void assertFits(JsonNode schema, PageAnswer answer) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        try {
            assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                            .getSchema(whole)
                            .validate(JSON.readTree(answer.bytes())))
                    .as(answer.toString())
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static boolean matches(String template, String path) {
        return Pattern.matches(template.replace(".", "\\.").replaceAll("[{][^}]*[}]", "[^/]+"), path);
    }
}
