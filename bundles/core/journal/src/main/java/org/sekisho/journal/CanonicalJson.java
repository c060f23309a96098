package org.sekisho.journal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * JSON in its one canonical form (RFC 8785), for what a journal holds: strings, whole numbers within ±2^53, booleans, null,
 * arrays and objects. Decimals are strings there, so the hard part of the RFC, the printing of doubles, never arises.
 */
public final class CanonicalJson {

    private static final long SAFE = 1L << 53;
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,15}");

    private CanonicalJson() {}

    /**
     * Writes the canonical form.
     *
     * @throws IllegalArgumentException when it holds another number, or half of a surrogate pair
     */
    public static String write(JsonElement value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /**
     * Reads strict JSON in which no name stands twice within an object; the form need not be canonical.
     *
     * @throws IllegalArgumentException when it is anything else
     */
    public static JsonElement read(String text) {
        try (JsonReader in = new JsonReader(new StringReader(text))) {
            in.setStrictness(Strictness.STRICT);
            JsonElement value = read(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new IllegalArgumentException("more follows after the JSON");
            }
            return value;
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    private static void write(JsonElement value, StringBuilder out) {
        if (value instanceof JsonObject object) {
            // String's order is that of UTF-16 code units, as the RFC wants it.
            String[] names = object.keySet().toArray(String[]::new);
            Arrays.sort(names);
            char before = '{';
            for (String name : names) {
                out.append(before);
                string(name, out);
                write(object.get(name), out.append(':'));
                before = ',';
            }
            out.append(names.length == 0 ? "{}" : "}");
        } else if (value instanceof JsonArray array) {
            char before = '[';
            for (JsonElement element : array) {
                write(element, out.append(before));
                before = ',';
            }
            out.append(array.isEmpty() ? "[]" : "]");
        } else if (value instanceof JsonPrimitive primitive) {
            primitive(primitive, out);
        } else {
            out.append("null");
        }
    }

    private static void primitive(JsonPrimitive value, StringBuilder out) {
        if (value.isString()) {
            string(value.getAsString(), out);
        } else if (value.isBoolean()) {
            out.append(value.getAsBoolean());
        } else {
            out.append(whole(value.getAsNumber()));
        }
    }

    private static long whole(Number number) {
        if (number instanceof Integer || (number instanceof Long && isSafe(number.longValue()))) {
            return number.longValue();
        }
        return whole(number.toString());
    }

    private static boolean isSafe(long number) {
        return number >= -SAFE && number <= SAFE;
    }

    private static long whole(String digits) {
        if (!WHOLE.matcher(digits).matches() || !isSafe(Long.parseLong(digits))) {
            throw new IllegalArgumentException(
                    "not a whole number within ±2^53 (decimals and larger ones are strings): " + digits);
        }
        return Long.parseLong(digits);
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, plain, i);
                escape(c, out);
                plain = i + 1;
            } else if (Character.isSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isSurrogatePair(c, text.charAt(i))) {
                    throw new IllegalArgumentException("half of a surrogate pair at " + (i - 1));
                }
            }
        }
        out.append(text, plain, text.length()).append('"');
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append(c < 0x10 ? "\\u000" : "\\u00").append(Integer.toHexString(c));
        }
    }

    private static JsonElement read(JsonReader in) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                return readObject(in);
            }
            case BEGIN_ARRAY -> {
                JsonArray array = new JsonArray();
                in.beginArray();
                while (in.hasNext()) {
                    array.add(read(in));
                }
                in.endArray();
                return array;
            }
            case STRING -> {
                return new JsonPrimitive(in.nextString());
            }
            case NUMBER -> {
                return new JsonPrimitive(whole(in.nextString()));
            }
            case BOOLEAN -> {
                return new JsonPrimitive(in.nextBoolean());
            }
            default -> {
                in.nextNull();
                return JsonNull.INSTANCE;
            }
        }
    }

    private static JsonObject readObject(JsonReader in) throws IOException {
        JsonObject object = new JsonObject();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (object.has(name)) {
                throw new MalformedJsonException("\"" + name + "\" stands there twice");
            }
            object.add(name, read(in));
        }
        in.endObject();
        return object;
    }
}
