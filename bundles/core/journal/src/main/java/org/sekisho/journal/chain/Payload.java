package org.sekisho.journal.chain;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.sekisho.journal.Fact;

/** What an entry says: the fact's details and what every entry carries. */
final class Payload {

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]{0,63}");

    private Payload() {}

    /** @throws IllegalArgumentException when the fact's type is no word, or a detail has a name that is the journal's own */
    static JsonObject of(Fact fact, String store, LocalDate businessDate) {
        if (!TYPE.matcher(fact.type()).matches()) {
            throw new IllegalArgumentException("not a type of facts, such as SaleClosed: " + fact.type());
        }
        JsonObject payload = fact.details().deepCopy();
        add(payload, "v", new JsonPrimitive(fact.version()));
        add(payload, "operator", new JsonPrimitive(fact.operator()));
        if (!payload.has("businessDate")) { // a sale has its own, taken a moment ago
            add(payload, "businessDate", new JsonPrimitive(businessDate.toString()));
        }
        add(payload, "store", new JsonPrimitive(store));
        return payload;
    }

    private static void add(JsonObject payload, String name, JsonPrimitive value) {
        if (payload.has(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is for the journal to say");
        }
        payload.add(name, value);
    }
}
