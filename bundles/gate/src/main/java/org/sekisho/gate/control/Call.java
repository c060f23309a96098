package org.sekisho.gate.control;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.gate.json.Fields;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * What a person typed, and where they stand.
 *
 * @param arguments without {@code --home}
 * @param folder absolute
 * @param environment only {@link #NAMES}
 */
public record Call(List<String> arguments, Path folder, Map<String, String> environment) {

    /** What of the caller's environment travels. */
    private static final List<String> NAMES =
            List.of("LANG", "LC_ALL", "LC_MESSAGES", "HOME", "XDG_CONFIG_HOME", "SEKISHO_WORKSPACE");

    public Call {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** @param environment the whole of it */
    public static Call here(List<String> arguments, Map<String, String> environment) {
        Map<String, String> some = new LinkedHashMap<>(environment);
        some.keySet().retainAll(NAMES);
        return new Call(arguments, Path.of("").toAbsolutePath(), some);
    }

    byte[] json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject().name("schema").value(1);
            json.name("arguments").beginArray();
            for (String argument : arguments) {
                json.value(argument);
            }
            json.endArray().name("folder").value(folder.toString());
            json.name("environment").beginObject();
            for (Map.Entry<String, String> variable : environment.entrySet()) {
                json.name(variable.getKey()).value(variable.getValue());
            }
            json.endObject().endObject();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static Call read(byte[] bytes) throws MalformedDocument {
        Fields call = StrictJson.read("call", bytes, Frame.LONGEST).ofSchema(1);
        Fields variables = call.object("environment");
        Map<String, String> environment = new LinkedHashMap<>();
        for (String name : variables.names()) {
            environment.put(name, variables.text(name));
        }
        return new Call(call.texts("arguments"), Path.of(call.text("folder")), environment);
    }
}
