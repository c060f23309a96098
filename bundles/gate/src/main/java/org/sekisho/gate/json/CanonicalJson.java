package org.sekisho.gate.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OLPC canonical JSON, the form that TUF signs: no white space, names by rising code point, whole numbers only, and in texts
 * nothing escaped but the quotation mark and the backslash.
 */
public final class CanonicalJson {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);

    private CanonicalJson() {}

    /** @param value made of maps, lists, texts, whole numbers, truth values and nulls */
    public static byte[] of(Object value) {
        CanonicalJson json = new CanonicalJson();
        json.write(value);
        return json.out.toByteArray();
    }

    private void write(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            object(object);
        } else if (value instanceof List<?> array) {
            array(array);
        } else if (value instanceof String text) {
            text(text);
        } else if (value == null) {
            out.writeBytes("null".getBytes(StandardCharsets.US_ASCII));
        } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            out.writeBytes(value.toString().getBytes(StandardCharsets.US_ASCII));
        } else {
            throw new IllegalArgumentException("canonical JSON has no " + value.getClass());
        }
    }

    private void object(Map<?, ?> object) {
        List<String> names = new ArrayList<>();
        object.keySet().forEach(name -> names.add((String) name));
        // Unsigned UTF-8 sorts as code points do; UTF-16 does not.
        names.sort((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));
        char before = '{';
        for (String name : names) {
            out.write(before);
            text(name);
            out.write(':');
            write(object.get(name));
            before = ',';
        }
        if (before == '{') {
            out.write('{');
        }
        out.write('}');
    }

    private void array(List<?> array) {
        out.write('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            write(array.get(i));
        }
        out.write(']');
    }

    private void text(String text) {
        out.write('"');
        out.writeBytes(utf8(text.replace("\\", "\\\\").replace("\"", "\\\"")));
        out.write('"');
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
