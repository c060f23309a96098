package org.sekisho.store.home;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Locale;
import org.sekisho.store.HomeFault;

/** JSON as RFC 8259 has it, and each name at most once: of two values for one setting, neither is the one that was meant. */
final class StrictJson {

    private StrictJson() {}

    static JsonElement parse(String text) throws HomeFault {
        try (JsonReader in = new JsonReader(new StringReader(text))) {
            in.setStrictness(Strictness.STRICT);
            JsonElement value = value(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("more follows after the end");
            }
            return value;
        } catch (EOFException e) {
            throw new HomeFault("store.json ends in the middle", e);
        } catch (IOException | NumberFormatException e) {
            throw new HomeFault("store.json is not JSON: " + firstLine(e), e);
        }
    }

    private static JsonElement value(JsonReader in) throws IOException {
        JsonToken next = in.peek();
        switch (next) {
            case BEGIN_OBJECT -> {
                return object(in);
            }
            case BEGIN_ARRAY -> {
                JsonArray array = new JsonArray();
                in.beginArray();
                while (in.hasNext()) {
                    array.add(value(in));
                }
                in.endArray();
                return array;
            }
            case STRING -> {
                return new JsonPrimitive(in.nextString());
            }
            case NUMBER -> {
                return new JsonPrimitive(new BigDecimal(in.nextString()));
            }
            case BOOLEAN -> {
                return new JsonPrimitive(in.nextBoolean());
            }
            case NULL -> {
                in.nextNull();
                return JsonNull.INSTANCE;
            }
            default ->
                throw new MalformedJsonException("unexpected " + next.name().toLowerCase(Locale.ROOT));
        }
    }

    private static JsonObject object(JsonReader in) throws IOException {
        JsonObject object = new JsonObject();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (object.has(name)) {
                throw new MalformedJsonException("\"" + name + "\" stands there twice");
            }
            object.add(name, value(in));
        }
        in.endObject();
        return object;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
