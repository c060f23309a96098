package org.sekisho.web.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import org.sekisho.web.http.Answer;
import org.sekisho.web.http.Call;
import org.sekisho.web.http.Calls;
import org.sekisho.web.http.Refusal;
import org.sekisho.web.http.Refused;
import org.sekisho.web.session.Session;
import org.sekisho.web.session.Sessions;
import org.sekisho.web.session.TokenBucket;

/** Finds who makes a call and whether they may, then makes it. */
public final class Api implements Calls {

    private static final int CALLS_AT_ONCE = 200;
    private static final Duration CALL_EVERY = Duration.ofMillis(20);

    private final List<Route> routes;
    private final Sessions sessions;
    private final TokenBucket calls;
    private volatile boolean stopping;

    public Api(Services services, Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.calls = new TokenBucket(CALLS_AT_ONCE, CALL_EVERY, clock);
        this.routes = routes(services, sessions, clock);
    }

    /** Every call that there is. */
    static List<Route> routes(Services services, Sessions sessions, InstantSource clock) {
        List<Route> all = new ArrayList<>();
        all.addAll(new RegisterCalls(services).routes());
        SignOns signOns = new SignOns(services.operators(), clock);
        all.addAll(new SessionCalls(services, signOns, sessions, clock).routes());
        Turn turn = new Turn(services, sessions, clock);
        all.addAll(new SaleCalls(services, turn).routes());
        all.addAll(new TenderCalls(services, turn).routes());
        all.addAll(new ReturnCalls(services, turn).routes());
        all.addAll(new ShelfCalls(services, turn).routes());
        all.addAll(new CashCalls(services, signOns, turn).routes());
        all.addAll(new VoucherCalls(services, turn).routes());
        all.addAll(new ReportCalls(services, turn).routes());
        return List.copyOf(all);
    }

    /** From now on every call is told that the register stops. */
    public void stop() {
        stopping = true;
    }

    @Override
    public Answer answer(Call call) throws Refused {
        if (stopping) {
            throw new Refused(Refusal.STOPPING);
        }
        long wait = calls.take();
        if (wait > 0) {
            throw new Refused(Refusal.TOO_MANY_CALLS, wait).retryAfter(wait);
        }
        Route route = route(call);
        Map<String, String> variables = route.match(call.path()).orElseThrow();
        try {
            return route.handler().answer(new Visit(call, signedOn(call, route), variables));
        } catch (CheckoutRefusal e) {
            throw new Refused(status(e), e.refusal().name(), e::sentence);
        } catch (StorageFault | HomeFault | DeviceFault e) {
            throw new Refused(Refusal.STORAGE_FAULT, String.valueOf(e.getMessage()));
        }
    }

    private Route route(Call call) throws Refused {
        TreeSet<String> others = new TreeSet<>();
        for (Route route : routes) {
            if (route.match(call.path()).isPresent()) {
                if (route.method().equals(call.method())) {
                    return route;
                }
                others.add(route.method());
            }
        }
        if (others.isEmpty()) {
            throw new Refused(Refusal.NOT_FOUND);
        }
        throw new Refused(Refusal.METHOD_NOT_ALLOWED, call.method().toUpperCase(Locale.ROOT));
    }

    private Optional<Session> signedOn(Call call, Route route) throws Refused {
        Optional<Session> found = sessions.find(call.cookie(SessionCookie.NAME));
        if (route.access() == Access.ANYBODY) {
            return found;
        }
        Session session = found.orElseThrow(() -> new Refused(Refusal.NOT_SIGNED_ON));
        if (sessions.isLocked(session)) {
            throw new Refused(Refusal.LOCKED, session.operator().name());
        }
        if (route.wantsCsrfToken() && !session.isCsrfToken(call.header("X-CSRF-Token"))) {
            throw new Refused(Refusal.CSRF_TOKEN_WRONG);
        }
        if (route.access() == Access.OPERATOR && session.operator().mustChangePassword()) {
            throw new Refused(Refusal.PASSWORD_MUST_CHANGE);
        }
        sessions.touch(session);
        return found;
    }

    private static int status(CheckoutRefusal refusal) {
        if (refusal.refusal() == org.sekisho.checkout.Refusal.SALE_IS_OVER) {
            return 409;
        }
        return refusal.kind() == CheckoutRefusal.Kind.INPUT ? 422 : 403;
    }
}
