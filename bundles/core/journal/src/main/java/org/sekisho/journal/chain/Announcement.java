package org.sekisho.journal.chain;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.journal.Entry;
import org.sekisho.journal.EntryFormat;

/** An entry as an untyped event: {@code lane}, {@code seq}, {@code time}, {@code type}, {@code payload}, {@code hash}. */
final class Announcement {

    private Announcement() {}

    static String topic(Entry entry) {
        return "org/sekisho/" + entry.type();
    }

    static Map<String, Object> of(Entry entry) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("lane", entry.lane());
        event.put("seq", entry.seq());
        event.put("time", EntryFormat.time(entry.time()));
        event.put("type", entry.type());
        event.put("payload", map(entry.payload()));
        event.put("hash", entry.hash());
        return event;
    }

    /** Members that are null are left out: a map has none of those. */
    private static Map<String, Object> map(JsonObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.asMap().forEach((name, value) -> {
            if (!value.isJsonNull()) {
                map.put(name, plain(value));
            }
        });
        return map;
    }

    private static Object plain(JsonElement value) {
        if (value instanceof JsonObject object) {
            return map(object);
        }
        if (value instanceof JsonArray array) {
            List<Object> list = new ArrayList<>();
            array.forEach(element -> list.add(plain(element)));
            return list;
        }
        if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            return primitive.getAsLong();
        }
        return value instanceof JsonPrimitive primitive && primitive.isBoolean()
                ? primitive.getAsBoolean()
                : value.isJsonNull() ? "" : value.getAsString();
    }
}
