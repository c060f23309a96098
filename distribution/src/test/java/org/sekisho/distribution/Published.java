package org.sekisho.distribution;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.release.Repository;

/** The documents of a register's newest release. */
final class Published {
    private final Map<String, byte[]> targets;

    private Published(Map<String, byte[]> targets) {
        this.targets = targets;
    }

    static Published of(Installation register) throws IOException, PublishingFault {
        Path folder = register.folder();
        return new Published(new Repository(folder.resolve("repository"))
                .read(Files.readAllBytes(folder.resolve("lib/trust/root.json"))));
    }

    Map<String, byte[]> targets() {
        return targets;
    }

    JsonArray array(String target, String name) {
        return JsonParser.parseString(new String(targets.get(target), StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonArray(name);
    }

    List<JsonObject> entries() {
        return array("allowlist.json", "entries").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    List<String> texts(String target, String array, String field) {
        return array(target, array).asList().stream()
                .map(element -> element.getAsJsonObject().get(field).getAsString())
                .toList();
    }
}
