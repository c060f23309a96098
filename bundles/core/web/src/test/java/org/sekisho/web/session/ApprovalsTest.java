package org.sekisho.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Role;

class ApprovalsTest {

    private static final Operator SATO = new Operator("sato", Role.SUPERVISOR, false, false);

    private final HandClock clock = new HandClock();
    private final Approvals approvals = new Approvals();

    @Test
    void wordHoldsOnceAndForItsDeedAlone() {
        approvals.give("deed-1", SATO, clock.instant());
        assertThat(approvals.take("deed-2", clock.instant())).isEmpty();
        assertThat(approvals.take("deed-1", clock.instant())).contains(SATO);
        assertThat(approvals.take("deed-1", clock.instant())).isEmpty();
    }

    @Test
    void wordIsForgottenAfterMinute() {
        approvals.give("deed-1", SATO, clock.instant());
        clock.advance(Duration.ofSeconds(61));
        assertThat(approvals.take("deed-1", clock.instant())).isEmpty();
    }

    @Test
    void wordBeforeClockWasSetBackIsNone() {
        approvals.give("deed-1", SATO, clock.instant());
        clock.advance(Duration.ofSeconds(-1));
        assertThat(approvals.take("deed-1", clock.instant())).isEmpty();
    }
}
