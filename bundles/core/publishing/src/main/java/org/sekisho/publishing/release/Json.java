package org.sekisho.publishing.release;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sekisho.gate.json.CanonicalJson;

/** Documents as bytes; the gate's own code makes those that are signed, so both sides agree. */
public final class Json {
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Json() {}

    /** What signatures and key ids are over. It is no JSON where a text has a line break in it, as a key in PEM has. */
    public static byte[] canonical(JsonElement document) {
        return CanonicalJson.of(plain(document));
    }

    /** What files hold: names by rising order, no white space. */
    public static byte[] text(JsonElement document) {
        return GSON.toJson(plain(document)).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads what a workspace wrote itself; what others send is read by the gate's code. */
    public static JsonObject object(byte[] text) {
        return JsonParser.parseString(new String(text, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static Object plain(JsonElement element) {
        if (element instanceof JsonObject object) {
            Map<String, Object> map = new TreeMap<>();
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
