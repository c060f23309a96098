package org.sekisho.web.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sekisho.identity.Operator;

/**
 * Everybody who is signed on at the page, each once: an operator who signs on again takes the former session over, with its open sale.
 * Safe for many threads.
 */
public final class Sessions {

    /** After this without a call a session ends for good, and its open sale is void. */
    static final Duration END = Duration.ofHours(8);

    private final Duration lockAfter;
    private final InstantSource clock;
    private final Supplier<SalesDesk> desks;
    private final Map<String, Session> byCookie = new HashMap<>();

    /** @param lockAfter how long nobody need touch a session until it locks */
    public Sessions(Duration lockAfter, InstantSource clock, Supplier<SalesDesk> desks) {
        this.lockAfter = lockAfter;
        this.clock = clock;
        this.desks = desks;
    }

    /** Signs an accepted operator on: a fresh cookie and token, whatever was there before. */
    public synchronized Session signOn(Operator operator) {
        Optional<Session> former = byCookie.values().stream()
                .filter(session -> session.operator().name().equals(operator.name()))
                .findFirst();
        former.ifPresent(session -> byCookie.remove(session.cookie()));
        SalesDesk desk = former.map(Session::desk).orElseGet(desks);
        Session session = new Session(operator, desk, clock.instant());
        byCookie.put(session.cookie(), session);
        return session;
    }

    /** The session of that cookie, locked or not. */
    public synchronized Optional<Session> find(Optional<String> cookie) {
        return cookie.map(byCookie::get);
    }

    public boolean isLocked(Session session) {
        return session.isIdle(lockAfter, clock.instant());
    }

    /** Notes that its operator is there. */
    public void touch(Session session) {
        session.touch(clock.instant());
    }

    /** Forgets it; its sale is the caller's to void. */
    public synchronized void end(Session session) {
        byCookie.remove(session.cookie());
    }

    /** Forgets the sessions that nobody has touched for hours; their sales are the caller's to void. */
    public synchronized List<Session> endForgotten() {
        Instant now = clock.instant();
        List<Session> forgotten = byCookie.values().stream()
                .filter(session -> session.isIdle(END, now))
                .toList();
        forgotten.forEach(this::end);
        return forgotten;
    }

    /** Forgets all of them; their sales are the caller's to void. */
    public synchronized List<Session> endAll() {
        List<Session> all = new ArrayList<>(byCookie.values());
        byCookie.clear();
        return all;
    }
}
