package org.sekisho.rule.promotions;

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

/** JSON as RFC 8259 has it, each name at most once, as the register reads its own settings. */
final class StrictJson {

    private static final int DEEPEST = 16;

    private StrictJson() {}

    static JsonElement parse(String text) throws SettingsFault {
        try (JsonReader in = new JsonReader(new StringReader(text))) {
            in.setStrictness(Strictness.STRICT);
            in.setNestingLimit(DEEPEST);
            JsonElement value = value(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("more follows after the end");
            }
            return value;
        } catch (EOFException e) {
            throw new SettingsFault("ends in the middle", e);
        } catch (IOException | NumberFormatException e) {
            throw new SettingsFault("is not JSON: " + firstLine(e), e);
        }
    }

    private static JsonElement value(JsonReader in) throws IOException {
        JsonToken next = in.peek();
        return switch (next) {
            case BEGIN_OBJECT -> object(in);
            case BEGIN_ARRAY -> array(in);
            case STRING -> new JsonPrimitive(in.nextString());
            case NUMBER -> new JsonPrimitive(new BigDecimal(in.nextString()));
            case BOOLEAN -> new JsonPrimitive(in.nextBoolean());
            case NULL -> {
                in.nextNull();
                yield JsonNull.INSTANCE;
            }
            default ->
                throw new MalformedJsonException("unexpected " + next.name().toLowerCase(Locale.ROOT));
        };
    }

    private static JsonArray array(JsonReader in) throws IOException {
        JsonArray array = new JsonArray();
        in.beginArray();
        while (in.hasNext()) {
            array.add(value(in));
        }
        in.endArray();
        return array;
    }

    private static JsonObject object(JsonReader in) throws IOException {
        JsonObject object = new JsonObject();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (object.has(name)) {
                // The reader's own words for where it stands: "… at line 3 column 7 path $.promotions[0].id".
                throw new MalformedJsonException("\"" + name + "\" stands there twice" + where(in));
            }
            object.add(name, value(in));
        }
        in.endObject();
        return object;
    }

    private static String where(JsonReader in) {
        String words = in.toString();
        return words.startsWith("JsonReader") ? words.substring("JsonReader".length()) : "";
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
