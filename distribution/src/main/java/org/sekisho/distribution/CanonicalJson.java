package org.sekisho.distribution;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/** OLPC canonical JSON, the bytes that TUF signs: sorted keys, no space, only {@code "} and {@code \} escaped, whole numbers. */
final class CanonicalJson {
    private CanonicalJson() {}

    static byte[] bytes(JsonElement value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonElement value, StringBuilder out) {
        if (value instanceof JsonObject object) {
            writeObject(object, out);
        } else if (value.isJsonArray()) {
            String separator = "[";
            for (JsonElement element : value.getAsJsonArray()) {
                out.append(separator);
                write(element, out);
                separator = ",";
            }
            out.append(value.getAsJsonArray().isEmpty() ? "[]" : "]");
        } else if (value instanceof JsonPrimitive primitive) {
            writePrimitive(primitive, out);
        } else {
            out.append("null");
        }
    }

    private static void writeObject(JsonObject object, StringBuilder out) {
        out.append('{');
        String separator = "";
        for (String key : new TreeSet<>(object.keySet())) {
            out.append(separator);
            writeString(key, out);
            out.append(':');
            write(object.get(key), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void writePrimitive(JsonPrimitive primitive, StringBuilder out) {
        if (primitive.isString()) {
            writeString(primitive.getAsString(), out);
        } else if (primitive.isBoolean()) {
            out.append(primitive.getAsBoolean());
        } else {
            out.append(primitive.getAsBigDecimal().toBigIntegerExact());
        }
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c);
        }
        out.append('"');
    }
}
