package org.sekisho.rule.promotions;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What promotions.json says.
 *
 * @param leaflet the promotions that can be taken, in the file's order
 * @param faults those that cannot, by a name for each, and why; the others hold without them
 */
record PromotionsFile(Leaflet leaflet, Map<String, String> faults) {

    static final String NAME = "promotions.json";

    private static final int MOST = 200;
    private static final long LARGEST = 1 << 20;

    /** A shop without the file has no promotions. */
    static PromotionsFile in(Path home) throws SettingsFault {
        Path file = home.resolve(NAME);
        try {
            if (Files.size(file) > LARGEST) {
                throw new SettingsFault("is larger than " + LARGEST + " bytes");
            }
            return read(Files.readString(file));
        } catch (NoSuchFileException e) {
            return new PromotionsFile(new Leaflet(List.of()), Map.of());
        } catch (IOException e) {
            throw new SettingsFault("cannot be read (" + e + ")", e);
        }
    }

    static PromotionsFile read(String json) throws SettingsFault {
        Fields fields = Fields.of("", StrictJson.parse(json));
        JsonArray all = fields.list("promotions");
        fields.noMore();
        if (all.size() > MOST) {
            throw fields.wrong("promotions", "are more than " + MOST);
        }
        List<Promotion> promotions = new ArrayList<>();
        Map<String, String> faults = new LinkedHashMap<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String place = "promotion " + (i + 1) + id(all.get(i));
            try {
                Promotion promotion = PromotionReader.read(Fields.of(place + ":", all.get(i)));
                if (!ids.add(promotion.id())) {
                    throw new SettingsFault(place + ": id stands on another promotion, too");
                }
                promotions.add(promotion);
            } catch (SettingsFault e) {
                faults.put(Integer.toString(i + 1), String.valueOf(e.getMessage()));
            }
        }
        return new PromotionsFile(new Leaflet(promotions), faults);
    }

    /** So that a person finds it: {@code  (tea-3for2)}. */
    private static String id(JsonElement promotion) {
        return promotion instanceof JsonObject object
                        && object.get("id") instanceof JsonPrimitive id
                        && id.isString()
                        && id.getAsString().length() <= 32
                ? " (" + id.getAsString() + ")"
                : "";
    }
}
