package org.sekisho.gate.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sekisho.gate.refusal.MalformedDocument;

/**
 * Reads JSON in the one way that leaves no room for two readings: RFC 8259 to the letter, one object, no name twice, whole
 * numbers only, bounded depth and size, valid UTF-8 without a byte order mark, nothing behind the end.
 */
public final class StrictJson {

    private static final int DEEPEST = 24;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,18})");

    private final String document;
    private final boolean nulls;
    private final JsonReader reader;

    private StrictJson(String document, String text, boolean nulls) {
        this.document = document;
        this.nulls = nulls;
        this.reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
    }

    /**
     * @param document its name, for refusals
     * @param longest in bytes
     * @throws MalformedDocument when it is anything but one strict object
     */
    public static Fields read(String document, byte[] bytes, int longest) throws MalformedDocument {
        return read(document, bytes, longest, false);
    }

    /**
     * The same, but a field that nobody here knows may be null: canonical JSON has that value, and other makers of TUF metadata
     * use it. Asked for by name, it is refused like any other wrong type.
     */
    public static Fields readWithNulls(String document, byte[] bytes, int longest) throws MalformedDocument {
        return read(document, bytes, longest, true);
    }

    private static Fields read(String document, byte[] bytes, int longest, boolean nulls) throws MalformedDocument {
        if (bytes.length > longest) {
            throw new MalformedDocument(document, "more than " + longest + " bytes");
        }
        String text = decode(document, bytes);
        try {
            StrictJson json = new StrictJson(document, text, nulls);
            if (json.reader.peek() != JsonToken.BEGIN_OBJECT) {
                throw new MalformedDocument(document, "not an object");
            }
            Map<String, Object> object = json.object(1);
            if (json.reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedDocument(document, "something follows its end");
            }
            return new Fields(document, object);
        } catch (EOFException e) {
            throw new MalformedDocument(document, "it ends too early");
        } catch (MalformedJsonException | NumberFormatException e) {
            throw new MalformedDocument(document, "not strict JSON");
        } catch (IOException | IllegalStateException e) {
            throw new MalformedDocument(document, "unreadable");
        }
    }

    private static String decode(String document, byte[] bytes) throws MalformedDocument {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith("\ufeff")) {
                throw new MalformedDocument(document, "it starts with a byte order mark");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new MalformedDocument(document, "not UTF-8");
        }
    }

    private @Nullable Object value(int depth) throws IOException, MalformedDocument {
        if (depth > DEEPEST) {
            throw new MalformedDocument(document, "nested deeper than " + DEEPEST);
        }
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(depth);
            case BEGIN_ARRAY -> array(depth);
            case STRING -> text(reader.nextString());
            case NUMBER -> number(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> nothing();
            default -> throw new MalformedDocument(document, "no value");
        };
    }

    private Map<String, Object> object(int depth) throws IOException, MalformedDocument {
        Map<String, Object> object = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = text(reader.nextName());
            if (object.containsKey(name)) {
                throw new MalformedDocument(document, "the name " + name + " stands twice");
            }
            object.put(name, value(depth + 1));
        }
        reader.endObject();
        return object;
    }

    private List<Object> array(int depth) throws IOException, MalformedDocument {
        List<Object> array = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value(depth + 1));
        }
        reader.endArray();
        return array;
    }

    /** Half a pair has no UTF-8, so that a signature could not tell it from other halves. */
    private String text(String text) throws MalformedDocument {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (!Character.isSurrogate(letter)) {
                continue;
            }
            if (Character.isLowSurrogate(letter)
                    || i + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(++i))) {
                throw new MalformedDocument(document, "half a character");
            }
        }
        return text;
    }

    private @Nullable Object nothing() throws IOException, MalformedDocument {
        if (!nulls) {
            throw new MalformedDocument(document, "a null");
        }
        reader.nextNull();
        return null;
    }

    private Long number(String digits) throws MalformedDocument {
        if (!WHOLE.matcher(digits).matches()) {
            throw new MalformedDocument(document, "the number " + digits + " is not whole");
        }
        return Long.valueOf(digits);
    }
}
