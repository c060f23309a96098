package org.sekisho.store.home;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.sekisho.store.HomeFault;

/** One object of store.json. Each field is taken by name; {@link #noMore} refuses those that nobody took. */
final class Fields {

    private final String path;
    private final JsonObject object;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(String path, JsonObject object) {
        this.path = path;
        this.object = object;
    }

    static Fields of(String path, JsonElement value) throws HomeFault {
        if (value instanceof JsonObject object) {
            return new Fields(path, object);
        }
        throw wrong(path, "must be an object {…}");
    }

    /** {@code tax.rates} for {@code rates} within {@code tax}. */
    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Optional<JsonElement> take(String name) {
        known.add(name);
        return Optional.ofNullable(object.get(name));
    }

    JsonElement need(String name) throws HomeFault {
        Optional<JsonElement> value = take(name);
        if (value.isEmpty()) {
            throw wrong(path(name), "is missing");
        }
        return value.get();
    }

    Fields object(String name) throws HomeFault {
        return of(path(name), need(name));
    }

    /** An absent object reads as an empty one, so that its fields take their defaults. */
    Fields objectOrEmpty(String name) throws HomeFault {
        return of(path(name), take(name).orElseGet(JsonObject::new));
    }

    String text(String name) throws HomeFault {
        return text(path(name), need(name));
    }

    String text(String name, String byDefault) throws HomeFault {
        Optional<JsonElement> value = take(name);
        return value.isPresent() ? text(path(name), value.get()) : byDefault;
    }

    <T> T word(String name, Words<T> words) throws HomeFault {
        return word(name, text(name), words);
    }

    <T> T word(String name, Words<T> words, T byDefault) throws HomeFault {
        return take(name).isPresent() ? word(name, words) : byDefault;
    }

    boolean flag(String name, boolean byDefault) throws HomeFault {
        Optional<JsonElement> value = take(name);
        if (value.isEmpty()) {
            return byDefault;
        }
        if (value.get() instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw wrong(path(name), "must be true or false");
    }

    int number(String name, int least, int most) throws HomeFault {
        String text = need(name).toString();
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw wrong(path(name), "is " + text + " and must be a whole number from " + least + " to " + most);
    }

    Set<String> names() {
        return object.keySet();
    }

    void noMore() throws HomeFault {
        for (String name : object.keySet()) {
            if (!known.contains(name)) {
                throw wrong(path(name), "is no setting; here stand " + String.join(", ", known));
            }
        }
    }

    static String text(String path, JsonElement value) throws HomeFault {
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw wrong(path, "must be a string \"…\"");
    }

    static JsonArray list(String path, JsonElement value) throws HomeFault {
        if (value instanceof JsonArray array && !array.isEmpty()) {
            return array;
        }
        throw wrong(path, "must be a list […] that is not empty");
    }

    static HomeFault wrong(String path, String what) {
        return new HomeFault("store.json: " + path + " " + what);
    }

    private <T> T word(String name, String word, Words<T> words) throws HomeFault {
        return words.value(word)
                .orElseThrow(() -> wrong(path(name), "is \"" + word + "\" and must be one of " + words));
    }
}
