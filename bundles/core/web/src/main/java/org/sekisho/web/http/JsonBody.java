package org.sekisho.web.http;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A flat JSON object of texts and whole numbers, each name at most once; whatever nobody asked for makes it malformed. */
public final class JsonBody {

    private final Map<String, Object> values;

    private JsonBody(Map<String, Object> values) {
        this.values = values;
    }

    static JsonBody parse(byte[] utf8) throws Refused {
        Map<String, Object> values = new HashMap<>();
        try (JsonReader in = new JsonReader(new StringReader(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(utf8))
                .toString()))) {
            in.setStrictness(Strictness.STRICT);
            in.beginObject();
            while (in.hasNext()) {
                String name = in.nextName();
                Object value = in.peek() == JsonToken.NUMBER ? (Object) Long.valueOf(in.nextString()) : text(in);
                if (values.put(name, value) != null) {
                    throw new Refused(Refusal.MALFORMED, name);
                }
            }
            in.endObject();
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new Refused(Refusal.MALFORMED, "body");
            }
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new Refused(Refusal.MALFORMED, "body");
        }
        return new JsonBody(values);
    }

    private static String text(JsonReader in) throws IOException {
        if (in.peek() != JsonToken.STRING) {
            throw new IllegalStateException("neither text nor number");
        }
        return in.nextString();
    }

    /** A text that must be there. */
    public String text(String name, int longest) throws Refused {
        return optionalText(name, longest).orElseThrow(() -> new Refused(Refusal.MALFORMED, name));
    }

    public Optional<String> optionalText(String name, int longest) throws Refused {
        Object value = values.remove(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && text.length() <= longest) {
            return Optional.of(text);
        }
        throw new Refused(Refusal.MALFORMED, name);
    }

    /** A whole number that must be there. */
    public long number(String name) throws Refused {
        if (values.remove(name) instanceof Long number) {
            return number;
        }
        throw new Refused(Refusal.MALFORMED, name);
    }

    public Optional<Long> optionalNumber(String name) throws Refused {
        Object value = values.remove(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Long number) {
            return Optional.of(number);
        }
        throw new Refused(Refusal.MALFORMED, name);
    }

    /** Makes sure that nothing is left that nobody asked for. */
    public void end() throws Refused {
        if (!values.isEmpty()) {
            throw new Refused(Refusal.MALFORMED, values.keySet().iterator().next());
        }
    }
}
