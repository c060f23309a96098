package org.sekisho.vault.bouncycastle;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;

/** Reads an object of strings, whole numbers and objects; a duplicate name or anything behind the object is refused. */
final class StrictJson {

    private StrictJson() {}

    static JsonObject object(String json) {
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            JsonObject object = object(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("something stands behind the object");
            }
            return object;
        } catch (MalformedJsonException e) {
            throw new JsonParseException(e);
        } catch (IOException e) {
            throw new JsonParseException("the text ends too early", e);
        }
    }

    private static JsonObject object(JsonReader reader) throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.has(name)) {
                throw new JsonParseException("the name " + name + " stands twice");
            }
            object.add(name, value(reader));
        }
        reader.endObject();
        return object;
    }

    private static JsonElement value(JsonReader reader) throws IOException {
        JsonToken token = reader.peek();
        return switch (token) {
            case BEGIN_OBJECT -> object(reader);
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(reader.nextInt());
            default -> throw new JsonParseException("a " + token + " was not expected");
        };
    }
}
