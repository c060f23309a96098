package org.sekisho.web.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.identity.Operator;
import org.sekisho.identity.PasswordResult;
import org.sekisho.identity.Permission;
import org.sekisho.identity.Pins;
import org.sekisho.identity.Sentence;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import org.sekisho.web.http.Answer;
import org.sekisho.web.http.JsonBody;
import org.sekisho.web.http.Refusal;
import org.sekisho.web.http.Refused;
import org.sekisho.web.http.Texts;
import org.sekisho.web.session.Session;
import org.sekisho.web.session.Sessions;

/** Signing on and off, and passwords. */
final class SessionCalls {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PASSWORD = SignOns.LONGEST_PASSWORD;

    private final Services services;
    private final Sessions sessions;
    private final SignOns signOns;
    private final InstantSource clock;

    SessionCalls(Services services, SignOns signOns, Sessions sessions, InstantSource clock) {
        this.services = services;
        this.signOns = signOns;
        this.sessions = sessions;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                new Route("POST", "/api/session", Access.ANYBODY, this::signOn),
                new Route("GET", "/api/session", Access.SIGNED_ON, visit -> Answer.json(200, json(visit.session()))),
                new Route("DELETE", "/api/session", Access.SIGNED_ON, this::signOff),
                new Route("GET", "/api/password-rules", Access.SIGNED_ON, this::passwordRules),
                new Route("PUT", "/api/session/password", Access.SIGNED_ON, this::changePassword),
                new Route("PUT", "/api/session/pin", Access.OPERATOR, this::setPin),
                new Route("PUT", "/api/session/operator", Access.OPERATOR, this::changeOperator),
                new Route("POST", "/api/approvals", Access.OPERATOR, this::approve));
    }

    private Answer signOn(Visit visit) throws Refused, StorageFault, HomeFault {
        JsonBody body = visit.call().body();
        String name = body.text("operator", LONGEST_NAME);
        char[] password = body.secret("password", LONGEST_PASSWORD);
        char[] code = body.optionalSecret("code", LONGEST_PASSWORD);
        body.end();
        Operator operator = signOns.of(name, password, code);
        Optional<Session> there = visit.signedOn().filter(session -> !isOf(session, operator));
        if (there.isPresent()) {
            takePlaceOf(there.get(), operator);
        }
        return welcome(sessions.signOn(operator));
    }

    /** Somebody else is signed on in this browser: who walked away and let it lock has left the till to the next. */
    private void takePlaceOf(Session there, Operator operator) throws Refused, StorageFault, HomeFault {
        if (!sessions.isLocked(there) && there.desk().isBusy()) {
            throw new Refused(Refusal.SALE_IS_OPEN);
        }
        sessions.end(there);
        there.desk().shut(Texts.of("void.replaced", storeLanguage(), operator.name()));
    }

    /** Somebody takes the place of whoever is signed on, by a PIN: only at a register that is unlocked, with no sale open. */
    private Answer changeOperator(Visit visit) throws Refused, StorageFault, HomeFault {
        JsonBody body = visit.call().body();
        String name = body.text("operator", LONGEST_NAME);
        char[] pin = body.secret("pin", LONGEST_PASSWORD);
        body.end();
        Pins pins = pins();
        Operator operator = signOns.of(pin, () -> pins.signOn(name, pin));
        Session there = visit.session();
        if (!isOf(there, operator)) {
            takePlaceOf(there, operator);
        }
        return welcome(sessions.signOn(operator));
    }

    private Answer setPin(Visit visit) throws Refused, StorageFault {
        JsonBody body = visit.call().body();
        char[] password = body.secret("password", LONGEST_PASSWORD);
        char[] pin = body.secret("pin", LONGEST_PASSWORD);
        try {
            body.end();
            Pins pins = pins();
            String name = visit.session().operator().name();
            signOns.confirm(name, password);
            PasswordResult result = pins.set(name, pin);
            return result instanceof PasswordResult.Refused refused
                    ? refused(Refusal.PIN_REFUSED, refused, visit.call().language())
                    : Answer.nothing(204);
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private Pins pins() throws Refused {
        return services.pins().orElseThrow(() -> new Refused(Refusal.NO_PINS));
    }

    /** Somebody else approves one deed of whoever is signed on; they sign on to nothing. */
    private Answer approve(Visit visit) throws Refused, StorageFault {
        JsonBody body = visit.call().body();
        String name = body.text("operator", LONGEST_NAME);
        char[] password = body.secret("password", LONGEST_PASSWORD);
        char[] code = body.optionalSecret("code", LONGEST_PASSWORD);
        String deed = Turn.deed(body.text("deed", LONGEST_NAME));
        body.end();
        visit.session().desk().approvals().give(deed, signOns.of(name, password, code), clock.instant());
        return Answer.nothing(204);
    }

    private Answer signOff(Visit visit) throws Refused, StorageFault, HomeFault {
        Session session = visit.session();
        synchronized (session.desk()) {
            if (session.desk().isBusy()) {
                throw new Refused(Refusal.SALE_IS_OPEN);
            }
            session.desk().shut(Texts.of("void.signed-off", storeLanguage()));
        }
        sessions.end(session);
        return SessionCookie.takeAway(Answer.nothing(204));
    }

    private Answer passwordRules(Visit visit) throws StorageFault {
        JsonObject rules = new JsonObject();
        rules.addProperty("profile", services.operators().passwordProfile());
        rules.add(
                "rules",
                sentences(services.operators().passwordRules(), visit.call().language()));
        return Answer.json(200, rules);
    }

    private Answer changePassword(Visit visit) throws Refused, StorageFault {
        JsonBody body = visit.call().body();
        char[] password = body.secret("password", LONGEST_PASSWORD);
        char[] fresh = body.secret("newPassword", LONGEST_PASSWORD);
        try {
            body.end();
            String name = visit.session().operator().name();
            signOns.confirm(name, password);
            PasswordResult result = services.operators().changePassword(name, fresh, name);
            if (result instanceof PasswordResult.Refused refused) {
                return refused(Refusal.PASSWORD_REFUSED, refused, visit.call().language());
            }
            return welcome(sessions.signOn(listed(name)));
        } finally {
            Arrays.fill(fresh, '\0');
        }
    }

    /** The operator as of now: with a password of their own. */
    private Operator listed(String name) throws Refused, StorageFault {
        return services.operators().list().stream()
                .filter(operator -> operator.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(Refusal.NOT_SIGNED_ON));
    }

    private static Answer refused(Refusal refusal, PasswordResult.Refused result, Locale language) {
        JsonObject body = new JsonObject();
        body.addProperty("refusal", refusal.name());
        body.addProperty("message", Texts.of(refusal.name(), language));
        body.add("sentences", sentences(result.sentences(), language));
        return Answer.json(refusal.status(), body);
    }

    private static JsonArray sentences(List<Sentence> sentences, Locale language) {
        JsonArray array = new JsonArray();
        sentences.forEach(sentence -> array.add(sentence.in(language)));
        return array;
    }

    private Answer welcome(Session session) {
        return SessionCookie.give(Answer.json(200, json(session)), session);
    }

    private JsonObject json(Session session) {
        Operator operator = session.operator();
        JsonArray permissions = new JsonArray();
        Stream.of(Permission.values()).filter(operator::may).forEach(may -> permissions.add(may.name()));
        JsonObject object = new JsonObject();
        object.addProperty("operator", operator.name());
        object.addProperty("role", operator.role().word());
        object.add("permissions", permissions);
        object.addProperty("csrfToken", session.csrfToken());
        object.addProperty("mustChangePassword", operator.mustChangePassword());
        object.addProperty("pins", services.pins().isPresent());
        return object;
    }

    private static boolean isOf(Session session, Operator operator) {
        return session.operator().name().equals(operator.name());
    }

    private Locale storeLanguage() throws HomeFault {
        return services.home().settings().language();
    }
}
