package org.sekisho.web.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.sekisho.checkout.WaitingStep;
import org.sekisho.gate.view.TrustAge;
import org.sekisho.store.HomeFault;
import org.sekisho.store.StoreSettings;
import org.sekisho.web.http.Answer;
import org.sekisho.web.http.Texts;

/** What everybody at this machine may know: which register this is. */
final class RegisterCalls {

    private final Services services;

    RegisterCalls(Services services) {
        this.services = services;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/api/openapi.json", Access.ANYBODY, visit -> document()),
                new Route("GET", "/api/register", Access.ANYBODY, this::register));
    }

    private static Answer document() {
        try (InputStream in = RegisterCalls.class.getResourceAsStream("/org/sekisho/web/openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("this bundle lacks openapi.json");
            }
            return Answer.of("application/json", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer register(Visit visit) throws HomeFault {
        StoreSettings store = services.home().settings();
        JsonObject currency = new JsonObject();
        currency.addProperty("code", store.currency().getCurrencyCode());
        currency.addProperty("digits", store.currency().getDefaultFractionDigits());
        JsonObject register = new JsonObject();
        register.addProperty("storeId", store.storeId());
        register.addProperty("lane", store.laneId());
        register.addProperty("language", store.language().getLanguage());
        register.add("currency", currency);
        register.addProperty("drawerPassword", store.drawerPassword());
        register.addProperty("development", services.gate().isDevelopment());
        register.add("trust", trust(visit.call().language()));
        JsonArray waiting = new JsonArray();
        services.checkout().waiting().forEach(step -> waiting.add(waiting(step)));
        register.add("waiting", waiting);
        return Answer.json(200, register);
    }

    private JsonElement trust(Locale language) {
        TrustAge age = services.gate().age();
        if (age == TrustAge.FRESH) {
            return JsonNull.INSTANCE;
        }
        JsonObject notice = new JsonObject();
        notice.addProperty("age", age.name());
        notice.addProperty("message", Texts.of("age." + age.name(), language));
        return notice;
    }

    private static JsonObject waiting(WaitingStep step) {
        JsonObject object = new JsonObject();
        object.addProperty("step", step.step());
        object.addProperty("receiptNumber", step.receiptNumber().toString());
        object.addProperty("sales", step.sales());
        object.addProperty("reason", step.reason());
        return object;
    }
}
