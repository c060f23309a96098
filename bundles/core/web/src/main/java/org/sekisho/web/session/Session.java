package org.sekisho.web.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sekisho.identity.Operator;

/** One operator at the page, from one sign-on to the next. */
public final class Session {

    private final Operator operator;
    private final SalesDesk desk;
    private final String cookie = Secrets.next();
    private final String csrfToken = Secrets.next();
    private volatile Instant touched;

    Session(Operator operator, SalesDesk desk, Instant now) {
        this.operator = operator;
        this.desk = desk;
        this.touched = now;
    }

    public Operator operator() {
        return operator;
    }

    /** The operator's sales; it outlives a session that its operator takes over by signing on again. */
    public SalesDesk desk() {
        return desk;
    }

    /** What the browser keeps. */
    public String cookie() {
        return cookie;
    }

    /** What the page keeps, out of the reach of other pages. */
    public String csrfToken() {
        return csrfToken;
    }

    public boolean isCsrfToken(Optional<String> sent) {
        return sent.isPresent() && Secrets.same(sent.get(), csrfToken);
    }

    void touch(Instant now) {
        touched = now;
    }

    /** Whether nobody touched it for so long; a clock that was set back counts as long. */
    boolean isIdle(Duration patience, Instant now) {
        Duration idle = Duration.between(touched, now);
        return idle.isNegative() || idle.compareTo(patience) >= 0;
    }

    @Override
    public String toString() {
        return "Session[" + operator.name() + "]";
    }
}
