package org.sekisho.store.home;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.LocalDate;
import java.util.List;
import org.sekisho.api.model.TaxCode;
import org.sekisho.store.InStoreCode;
import org.sekisho.store.RateSchedule;
import org.sekisho.store.RateSchedule.Step;
import org.sekisho.store.StoreSettings;
import org.sekisho.store.TaxSettings;

/** Writes store.json so that a person can read and change it: every setting, in the order of its documentation. */
final class SettingsWriter {

    private SettingsWriter() {}

    static String write(StoreSettings settings) {
        JsonObject root = new JsonObject();
        root.addProperty("currency", settings.currency().getCurrencyCode());
        root.add("tax", tax(settings.tax()));
        root.addProperty("storeId", settings.storeId());
        root.addProperty("laneId", settings.laneId());
        root.addProperty("timeZone", settings.timeZone().getId());
        root.addProperty("businessDayStarts", settings.businessDayStarts().toString());
        root.addProperty("country", settings.country());
        root.addProperty("database", settings.database());
        JsonObject signOn = new JsonObject();
        signOn.addProperty("profile", settings.signOnProfile());
        if (settings.drawerPassword()) {
            signOn.addProperty("drawerPassword", true);
        }
        root.add("signOn", signOn);
        JsonObject issuer = new JsonObject();
        issuer.addProperty("name", settings.issuer().name());
        issuer.addProperty("registrationNumber", settings.issuer().registrationNumber());
        root.add("issuer", issuer);
        root.addProperty("language", settings.language().getLanguage());
        root.add("codes", codes(settings.inStoreCodes()));
        if (settings.pointsPer() > 0) {
            JsonObject points = new JsonObject();
            points.addProperty("per", settings.pointsPer());
            root.add("points", points);
        }
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(root) + "\n";
    }

    private static JsonObject codes(List<InStoreCode> inStore) {
        JsonArray list = new JsonArray();
        for (InStoreCode code : inStore) {
            JsonObject layout = new JsonObject();
            layout.addProperty("prefix", code.prefix());
            layout.addProperty("item", code.itemDigits());
            layout.addProperty("value", code.valueDigits());
            layout.addProperty("of", Words.IN_STORE_VALUE.word(code.of()));
            layout.addProperty("valueCheckDigit", code.valueCheckDigit());
            layout.addProperty("decimals", code.decimals());
            list.add(layout);
        }
        JsonObject codes = new JsonObject();
        codes.add("inStore", list);
        return codes;
    }

    private static JsonObject tax(TaxSettings settings) {
        JsonObject tax = new JsonObject();
        tax.addProperty("scheme", Words.SCHEME.word(settings.scheme()));
        tax.addProperty("prices", Words.PRICES.word(settings.pricesIncludeTax()));
        tax.addProperty("rounding", Words.ROUNDING.word(settings.rounding()));
        tax.addProperty("scope", Words.SCOPE.word(settings.scope()));
        JsonObject rates = new JsonObject();
        settings.rates().forEach((code, schedule) -> {
            if (!code.equals(TaxCode.EXEMPT) && !code.equals(TaxCode.ZERO)) {
                rates.add(code.name(), schedule(schedule));
            }
        });
        tax.add("rates", rates);
        return tax;
    }

    private static JsonElement schedule(RateSchedule schedule) {
        List<Step> steps = schedule.steps();
        if (steps.size() == 1 && steps.get(0).from().equals(LocalDate.MIN)) {
            return rate(steps.get(0));
        }
        JsonArray list = new JsonArray();
        for (Step step : steps) {
            JsonObject dated = new JsonObject();
            dated.addProperty("from", step.from().toString());
            dated.add("rate", rate(step));
            list.add(dated);
        }
        return list;
    }

    private static JsonElement rate(Step step) {
        if (step.components().isEmpty()) {
            return new JsonPrimitive(step.rate().toString());
        }
        JsonArray list = new JsonArray();
        step.components().forEach(component -> {
            JsonObject part = new JsonObject();
            part.addProperty("name", component.name());
            part.addProperty("rate", component.rate().toString());
            list.add(part);
        });
        return list;
    }
}
