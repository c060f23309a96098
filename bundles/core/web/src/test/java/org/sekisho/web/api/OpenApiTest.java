package org.sekisho.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sekisho.identity.Permission;
import org.sekisho.web.session.Sessions;

/** The document names every call that there is and no other; the answers are held to it in the integration tests. */
class OpenApiTest {

    private static JsonObject document() throws IOException {
        try (Reader in = new InputStreamReader(
                OpenApiTest.class.getResourceAsStream("/org/sekisho/web/openapi.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(in).getAsJsonObject();
        }
    }

    /** Only looked at: no call is made, so there need be nothing behind them. */
    private static List<Route> routes() {
        InstantSource clock = InstantSource.system();
        Sessions nobody = new Sessions(Duration.ofMinutes(15), clock, () -> {
            throw new AssertionError("nobody signs on here");
        });
        return Api.routes(
                new Services(null, null, Optional.empty(), null, null, null, null, null, null, null, null, null, null),
                nobody,
                clock);
    }

    private static JsonObject described(Route route) throws IOException {
        return document()
                .getAsJsonObject("paths")
                .getAsJsonObject(route.path())
                .getAsJsonObject(route.method().toLowerCase(Locale.ROOT));
    }

    @Test
    void documentNamesEveryCallAndNoOther() throws IOException {
        Set<String> described = new TreeSet<>();
        for (Map.Entry<String, JsonElement> path :
                document().getAsJsonObject("paths").entrySet()) {
            for (String method : path.getValue().getAsJsonObject().keySet()) {
                described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }
        assertThat(described)
                .isEqualTo(routes().stream()
                        .map(route -> route.method() + " " + route.path())
                        .collect(Collectors.toSet()));
    }

    @Test
    void documentSaysWhoMayCallAndWhatProvesIt() throws IOException {
        for (Route route : routes()) {
            JsonObject call = described(route);
            assertThat(call.has("security")).as(route.path()).isEqualTo(route.access() == Access.ANYBODY);
            JsonArray parameters = call.has("parameters") ? call.getAsJsonArray("parameters") : new JsonArray();
            assertThat(parameters.toString().contains("CsrfToken"))
                    .as(route.method() + " " + route.path())
                    .isEqualTo(route.wantsCsrfToken());
        }
    }

    @Test
    void documentNamesEveryPermissionAndNoOther() throws IOException {
        assertThat(document().toString())
                .contains(Arrays.stream(Permission.values())
                        .map(permission -> '"' + permission.name() + '"')
                        .collect(Collectors.joining(",", "\"enum\":[", "]")));
    }
}
