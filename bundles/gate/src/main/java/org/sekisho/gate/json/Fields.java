package org.sekisho.gate.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sekisho.gate.refusal.MalformedDocument;

/** One object of a signed document, asked by name and type: what is missing or of another type is a refusal. */
public final class Fields {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final String document;
    private final Map<String, Object> values;

    Fields(String document, Map<String, Object> values) {
        this.document = document;
        this.values = values;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Set<String> names() {
        return values.keySet();
    }

    public String text(String name) throws MalformedDocument {
        return as(String.class, name, "a text");
    }

    public String text(String name, String otherwise) throws MalformedDocument {
        return has(name) ? text(name) : otherwise;
    }

    public long number(String name) throws MalformedDocument {
        return as(Long.class, name, "a whole number");
    }

    public boolean truth(String name) throws MalformedDocument {
        return as(Boolean.class, name, "true or false");
    }

    public boolean flag(String name, boolean otherwise) throws MalformedDocument {
        return has(name) ? as(Boolean.class, name, "true or false") : otherwise;
    }

    /** A digest, always lower-case hex. */
    public String sha256(String name) throws MalformedDocument {
        String digest = text(name);
        if (!SHA256.matcher(digest).matches()) {
            throw new MalformedDocument(document, name + " is no SHA-256 in lower-case hex");
        }
        return digest;
    }

    public Fields object(String name) throws MalformedDocument {
        return fields(as(Map.class, name, "an object"));
    }

    public List<Fields> objects(String name) throws MalformedDocument {
        List<Fields> objects = new ArrayList<>();
        for (Object item : as(List.class, name, "a list")) {
            if (!(item instanceof Map<?, ?> object)) {
                throw new MalformedDocument(document, name + " holds something that is no object");
            }
            objects.add(fields(object));
        }
        return objects;
    }

    public List<String> texts(String name) throws MalformedDocument {
        List<String> texts = new ArrayList<>();
        for (Object item : as(List.class, name, "a list")) {
            if (!(item instanceof String text)) {
                throw new MalformedDocument(document, name + " holds something that is no text");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Refuses another version of the format, and whatever the document itself calls critical: none of that is known here. */
    public Fields ofSchema(long schema) throws MalformedDocument {
        return ofSchema(schema, Set.of());
    }

    /** The same for a reader that understands those fields: what else the document calls critical is refused. */
    public Fields ofSchema(long schema, Set<String> understood) throws MalformedDocument {
        if (number("schema") != schema) {
            throw new MalformedDocument(document, "its schema is not " + schema);
        }
        if (has("critical") && !understood.containsAll(texts("critical"))) {
            throw new MalformedDocument(document, "it holds critical fields that are not known: " + texts("critical"));
        }
        return this;
    }

    /** The same object without any other name. */
    public Fields only(String... names) {
        Map<String, Object> some = new LinkedHashMap<>(values);
        some.keySet().retainAll(List.of(names));
        return new Fields(document, some);
    }

    /** As it was read, to be put into another document unchanged. */
    public Map<String, Object> asMap() {
        return Collections.unmodifiableMap(values);
    }

    /** The bytes that a signature is over. */
    public byte[] canonical() {
        return CanonicalJson.of(values);
    }

    private <T> T as(Class<T> type, String name, String wanted) throws MalformedDocument {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw new MalformedDocument(document, name + " is not " + wanted);
        }
        return type.cast(value);
    }

    @SuppressWarnings("unchecked") // StrictJson makes no other maps
    private Fields fields(Map<?, ?> object) {
        return new Fields(document, (Map<String, Object>) object);
    }
}
