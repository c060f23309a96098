package org.sekisho.distribution;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sekisho.gate.json.CanonicalJson;

/** Documents as the bytes that are signed; the gate's own code makes them, so both sides agree. */
final class Json {
    private Json() {}

    static byte[] canonical(JsonElement document) {
        return CanonicalJson.of(plain(document));
    }

    private static Object plain(JsonElement element) {
        if (element instanceof JsonObject object) {
            Map<String, Object> map = new LinkedHashMap<>();
            object.entrySet().forEach(e -> map.put(e.getKey(), plain(e.getValue())));
            return map;
        }
        if (element.isJsonArray()) {
            return element.getAsJsonArray().asList().stream().map(Json::plain).toList();
        }
        JsonPrimitive primitive = element.getAsJsonPrimitive();
        if (primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        return primitive.isString()
                ? primitive.getAsString()
                : (Object) primitive.getAsBigDecimal().longValueExact();
    }
}
