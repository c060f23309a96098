package org.sekisho.rule.promotions;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One object of promotions.json. Each field is taken by name; {@link #noMore} refuses those that nobody took. */
final class Fields {

    private final String path;
    private final JsonObject object;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(String path, JsonObject object) {
        this.path = path;
        this.object = object;
    }

    static Fields of(String path, JsonElement value) throws SettingsFault {
        if (value instanceof JsonObject object) {
            return new Fields(path, object);
        }
        throw new SettingsFault((path.isEmpty() ? "all of it" : path) + " must be an object {…}");
    }

    boolean has(String name) {
        known.add(name);
        return object.has(name);
    }

    Fields object(String name) throws SettingsFault {
        return of(path(name), need(name));
    }

    /** An absent object reads as an empty one. */
    Fields objectOrEmpty(String name) throws SettingsFault {
        return of(path(name), take(name).orElseGet(JsonObject::new));
    }

    JsonArray list(String name) throws SettingsFault {
        return list(path(name), need(name));
    }

    /** Different strings; none where the field is absent. */
    Set<String> texts(String name) throws SettingsFault {
        Set<String> texts = new LinkedHashSet<>();
        if (has(name)) {
            for (JsonElement value : list(name)) {
                String text = text(path(name), value);
                if (text.isBlank() || !texts.add(text)) {
                    throw wrong(name, "names \"" + text + "\" twice, or nothing");
                }
            }
        }
        return texts;
    }

    String text(String name) throws SettingsFault {
        return text(path(name), need(name));
    }

    /**
     * A string of that form.
     *
     * @param is the form, in words
     */
    String text(String name, String regex, String is) throws SettingsFault {
        String text = text(name);
        if (!text.matches(regex)) {
            throw mustBe(name, text, is);
        }
        return text;
    }

    String text(String name, String byDefault, String regex, String is) throws SettingsFault {
        return has(name) ? text(name, regex, is) : byDefault;
    }

    boolean flag(String name) throws SettingsFault {
        Optional<JsonElement> value = take(name);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get() instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw wrong(name, "must be true or false");
    }

    int number(String name, int least, int most) throws SettingsFault {
        String text = need(name).toString();
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw wrong(name, "is " + text + " and must be a whole number from " + least + " to " + most);
    }

    /** Exactly one of these fields stands here. */
    String oneOf(String one, String other) throws SettingsFault {
        if (has(one) == has(other)) {
            throw new SettingsFault(prefix() + "needs " + one + " or " + other + ", one of them");
        }
        return has(one) ? one : other;
    }

    void noMore() throws SettingsFault {
        List<String> unknown = new ArrayList<>(object.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw wrong(unknown.get(0), "is no setting; here stand " + String.join(", ", known));
        }
    }

    SettingsFault mustBe(String name, String value, String what) {
        return wrong(name, "is \"" + value + "\" and must be " + what);
    }

    SettingsFault wrong(String name, String what) {
        return new SettingsFault(path(name) + " " + what);
    }

    private Optional<JsonElement> take(String name) {
        known.add(name);
        return Optional.ofNullable(object.get(name));
    }

    private JsonElement need(String name) throws SettingsFault {
        Optional<JsonElement> value = take(name);
        if (value.isEmpty()) {
            throw wrong(name, "is missing");
        }
        return value.get();
    }

    private String path(String name) {
        if (path.isEmpty()) {
            return name;
        }
        return path.endsWith(":") ? path + " " + name : path + "." + name;
    }

    private String prefix() {
        return path.isEmpty() ? "" : path + " ";
    }

    private static String text(String path, JsonElement value) throws SettingsFault {
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw new SettingsFault(path + " must be a string \"…\"");
    }

    private static JsonArray list(String path, JsonElement value) throws SettingsFault {
        if (value instanceof JsonArray array && !array.isEmpty()) {
            return array;
        }
        throw new SettingsFault(path + " must be a list […] that is not empty");
    }
}
