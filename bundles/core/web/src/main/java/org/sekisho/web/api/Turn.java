package org.sekisho.web.api;

import java.time.InstantSource;
import java.util.Optional;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import org.sekisho.web.http.Answer;
import org.sekisho.web.http.Refusal;
import org.sekisho.web.http.Refused;
import org.sekisho.web.session.SalesDesk;
import org.sekisho.web.session.Session;
import org.sekisho.web.session.Sessions;

/**
 * One call at a time of each operator, because an open sale is for one thread. A deed has a name of the page's own: under that name it is
 * done once, however often it is sent, and a second person approves that deed and no other.
 */
final class Turn {

    private static final String DEED = "Idempotency-Key";
    private static final String DEED_FORM = "[A-Za-z0-9-]{8,64}";

    private final Services services;
    private final Sessions sessions;
    private final InstantSource clock;

    Turn(Services services, Sessions sessions, InstantSource clock) {
        this.services = services;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What a deed does to the open sale. */
    @FunctionalInterface
    interface SaleDeed<T> {
        T apply(OpenSale sale) throws CheckoutRefusal, StorageFault;
    }

    static String deed(String given) throws Refused {
        if (!given.matches(DEED_FORM)) {
            throw new Refused(Refusal.MALFORMED, DEED);
        }
        return given;
    }

    Route read(String path, Route.Handler handler) {
        return new Route("GET", path, Access.OPERATOR, visit -> {
            synchronized (visit.session().desk()) {
                return handler.answer(visit);
            }
        });
    }

    Route deed(String method, String path, Route.Handler handler) {
        return new Route(method, path, Access.OPERATOR, visit -> {
            synchronized (visit.session().desk()) {
                return once(visit, handler);
            }
        });
    }

    /** A deed outside of a sale that has begun: first it is looked whether its operator may still sign on. */
    Route command(String method, String path, Route.Handler handler) {
        return deed(method, path, visit -> {
            requireStillThere(visit.session());
            return handler.answer(visit);
        });
    }

    /** Refuses, and ends the session, when somebody has taken away the right to sign on meanwhile, or given another role or its role other rights. */
    private void requireStillThere(Session session) throws Refused, StorageFault {
        boolean isThere = services.operators().list().stream()
                .anyMatch(listed -> listed.name().equals(session.operator().name())
                        && listed.role() == session.operator().role()
                        && listed.rights().equals(session.operator().rights())
                        && !listed.retired());
        if (!isThere) {
            sessions.end(session);
            throw new Refused(Refusal.NOT_SIGNED_ON);
        }
    }

    private Answer once(Visit visit, Route.Handler handler)
            throws Refused, CheckoutRefusal, StorageFault, HomeFault, DeviceFault {
        Optional<String> given = visit.call().header(DEED);
        if (given.isEmpty()) {
            return handler.answer(visit);
        }
        SalesDesk desk = visit.session().desk();
        String deed = deed(given.get());
        String name = visit.call().method() + " " + visit.call().path() + " " + deed;
        Optional<Answer> before = desk.deeds().find(name);
        if (before.isPresent()) {
            return before.get();
        }
        Answer answer = handler.answer(visit.approvedBy(desk.approvals().take(deed, clock.instant())));
        desk.deeds().remember(name, answer);
        return answer;
    }

    /** Does something to the open sale while the approver of this call stands by. */
    static <T> T withApprover(Visit visit, OpenSale sale, SaleDeed<T> deed) throws CheckoutRefusal, StorageFault {
        sale.standBy(visit.approver());
        try {
            return deed.apply(sale);
        } finally {
            sale.standBy(Optional.empty());
        }
    }
}
