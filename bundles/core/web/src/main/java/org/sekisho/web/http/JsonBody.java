package org.sekisho.web.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A flat JSON object of texts and whole numbers, each name at most once; whatever nobody asked for makes it malformed. */
public final class JsonBody {

    private final Map<String, Object> values;

    private JsonBody(Map<String, Object> values) {
        this.values = values;
    }

    /** Wipes what it is given. */
    static JsonBody parse(byte[] utf8) throws Refused {
        CharBuffer chars = CharBuffer.allocate(utf8.length);
        try {
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
            if (decoder.decode(ByteBuffer.wrap(utf8), chars, true).isError()) {
                throw new Refused(Refusal.MALFORMED, "body");
            }
            char[] json = Arrays.copyOf(chars.array(), chars.position());
            try {
                return new JsonBody(FlatJson.read(json));
            } finally {
                Arrays.fill(json, '\0');
            }
        } catch (NumberFormatException e) {
            throw new Refused(Refusal.MALFORMED, "body");
        } catch (IllegalArgumentException e) {
            throw new Refused(Refusal.MALFORMED, String.valueOf(e.getMessage()));
        } finally {
            Arrays.fill(utf8, (byte) 0);
            Arrays.fill(chars.array(), '\0');
        }
    }

    /** A text that must be there. */
    public String text(String name, int longest) throws Refused {
        return optionalText(name, longest).orElseThrow(() -> new Refused(Refusal.MALFORMED, name));
    }

    public Optional<String> optionalText(String name, int longest) throws Refused {
        Object value = values.remove(name);
        return value == null ? Optional.empty() : Optional.of(new String(characters(value, name, longest)));
    }

    /** A text that must be there and that nothing else keeps: who asks for it wipes it. */
    public char[] secret(String name, int longest) throws Refused {
        return characters(values.remove(name), name, longest);
    }

    /** A text like {@link #secret}, empty where there is none. */
    public char[] optionalSecret(String name, int longest) throws Refused {
        Object value = values.remove(name);
        return value == null ? new char[0] : characters(value, name, longest);
    }

    private static char[] characters(@Nullable Object value, String name, int longest) throws Refused {
        if (value instanceof char[] text && text.length <= longest) {
            return text;
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
