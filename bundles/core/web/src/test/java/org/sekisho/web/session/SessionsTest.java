package org.sekisho.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Role;

class SessionsTest {

    private static final Operator TANAKA = new Operator("tanaka", Role.CASHIER, false, false);
    private static final Operator SATO = new Operator("sato", Role.SUPERVISOR, false, false);
    private static final Duration LOCK = Duration.ofMinutes(15);

    private final HandClock clock = new HandClock();
    private final Sessions sessions = new Sessions(LOCK, clock, () -> new SalesDesk(new FewSales()));

    private Optional<Session> find(String cookie) {
        return sessions.find(Optional.of(cookie));
    }

    @Test
    void onlyTheCookieThatWasGivenFindsTheSession() {
        Session session = sessions.signOn(TANAKA);
        assertThat(find(session.cookie())).containsSame(session);
        assertThat(find(session.cookie().substring(1))).isEmpty();
        assertThat(find("")).isEmpty();
        assertThat(sessions.find(Optional.empty())).isEmpty();
    }

    @Test
    void cookieAndTokenAreLongAndNeverTheSame() {
        Session one = sessions.signOn(TANAKA);
        Session two = sessions.signOn(SATO);
        assertThat(one.cookie()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(two.cookie());
        assertThat(one.csrfToken()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(two.csrfToken());
        assertThat(one.csrfToken()).isNotEqualTo(one.cookie());
        assertThat(one.toString()).doesNotContain(one.cookie(), one.csrfToken());
    }

    @Test
    void tokenOfAnotherSessionOrNoneIsRefused() {
        Session one = sessions.signOn(TANAKA);
        Session two = sessions.signOn(SATO);
        assertThat(one.isCsrfToken(Optional.of(one.csrfToken()))).isTrue();
        assertThat(one.isCsrfToken(Optional.of(two.csrfToken()))).isFalse();
        assertThat(one.isCsrfToken(Optional.of(""))).isFalse();
        assertThat(one.isCsrfToken(Optional.empty())).isFalse();
    }

    @Test
    void signingOnAgainTakesTheDeskOverAndEndsTheOldCookie() {
        Session former = sessions.signOn(TANAKA);
        Session session = sessions.signOn(TANAKA);
        assertThat(session.desk()).isSameAs(former.desk());
        assertThat(session.cookie()).isNotEqualTo(former.cookie());
        assertThat(find(former.cookie())).isEmpty();
        assertThat(sessions.signOn(SATO).desk()).isNotSameAs(session.desk());
    }

    @Test
    void sessionThatNobodyTouchesLocksAfterItsTimeAndIsKept() {
        Session session = sessions.signOn(TANAKA);
        clock.advance(LOCK.minusMillis(1));
        assertThat(sessions.isLocked(session)).isFalse();
        sessions.touch(session);
        clock.advance(LOCK.minusMillis(1));
        assertThat(sessions.isLocked(session)).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(sessions.isLocked(session)).isTrue();
        assertThat(find(session.cookie())).isPresent();
    }

    @Test
    void clockThatWasSetBackLocks() {
        Session session = sessions.signOn(TANAKA);
        clock.advance(Duration.ofMillis(-1));
        assertThat(sessions.isLocked(session)).isTrue();
    }

    @Test
    void forgottenSessionsEndAndOthersStay() {
        Session forgotten = sessions.signOn(TANAKA);
        clock.advance(Sessions.END.minusMillis(1));
        assertThat(sessions.endForgotten()).isEmpty();
        Session other = sessions.signOn(SATO);
        clock.advance(Duration.ofMillis(1));
        assertThat(sessions.endForgotten()).containsExactly(forgotten);
        assertThat(find(forgotten.cookie())).isEmpty();
        assertThat(find(other.cookie())).isPresent();
    }

    @Test
    void endedSessionsAreFoundNoMore() {
        Session one = sessions.signOn(TANAKA);
        Session two = sessions.signOn(SATO);
        sessions.end(one);
        assertThat(find(one.cookie())).isEmpty();
        assertThat(sessions.endAll()).containsExactly(two);
        assertThat(find(two.cookie())).isEmpty();
    }
}
