package org.sekisho.web.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads a JSON object (RFC 8259) of texts and whole numbers, strictly, out of an array that its owner can wipe. A library would keep parts of
 * it in buffers and strings of its own; a password may be one of the texts.
 */
final class FlatJson {

    private static final int HEX = 16;
    private static final int ESCAPED_DIGITS = 4;
    private static final int LONGEST_NUMBER = 20;

    private final char[] json;
    private final char[] unescaped;
    private int at;

    private FlatJson(char[] json) {
        this.json = json;
        this.unescaped = new char[json.length];
    }

    /**
     * @return a {@code char[]} of its own for each text, a {@code Long} for each number
     * @throws IllegalArgumentException when it is anything else; the message names a repeated name or nothing
     */
    static Map<String, Object> read(char[] json) {
        FlatJson reader = new FlatJson(json);
        try {
            return reader.object();
        } finally {
            Arrays.fill(reader.unescaped, '\0');
        }
    }

    private Map<String, Object> object() {
        Map<String, Object> values = new HashMap<>();
        expect('{');
        boolean more = peek() != '}';
        while (more) {
            String name = new String(text());
            expect(':');
            if (values.put(name, value()) != null) {
                throw new IllegalArgumentException(name);
            }
            more = peek() == ',';
            if (more) {
                at++;
            }
        }
        expect('}');
        skipSpace();
        check(at == json.length);
        return values;
    }

    private Object value() {
        return peek() == '"' ? (Object) text() : Long.valueOf(number());
    }

    private char[] text() {
        expect('"');
        int length = 0;
        for (char c = next(); c != '"'; c = next()) {
            check(c >= ' ');
            unescaped[length++] = c == '\\' ? escaped() : c;
        }
        char[] text = Arrays.copyOf(unescaped, length);
        check(hasWholeCharacters(text));
        return text;
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw malformed();
        };
    }

    private char hex() {
        int value = 0;
        for (int i = 0; i < ESCAPED_DIGITS; i++) {
            char c = next();
            int digit = c < 128 ? Character.digit(c, HEX) : -1;
            check(digit >= 0);
            value = value * HEX + digit;
        }
        return (char) value;
    }

    private static boolean hasWholeCharacters(char[] text) {
        for (int i = 0; i < text.length; i++) {
            if (Character.isLowSurrogate(text[i])) {
                return false;
            }
            if (Character.isHighSurrogate(text[i])) {
                i++;
                if (i == text.length || !Character.isLowSurrogate(text[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    private long number() {
        skipSpace();
        int begin = at;
        if (at < json.length && json[at] == '-') {
            at++;
        }
        int first = at;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        check(at > first && (at == first + 1 || json[first] != '0') && at - begin <= LONGEST_NUMBER);
        return Long.parseLong(new String(json, begin, at - begin));
    }

    /** The next character that means something; stays before it. */
    private char peek() {
        skipSpace();
        check(at < json.length);
        return json[at];
    }

    private void expect(char wanted) {
        check(peek() == wanted);
        at++;
    }

    private char next() {
        check(at < json.length);
        return json[at++];
    }

    private void skipSpace() {
        while (at < json.length && " \t\n\r".indexOf(json[at]) >= 0) {
            at++;
        }
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("body");
    }
}
