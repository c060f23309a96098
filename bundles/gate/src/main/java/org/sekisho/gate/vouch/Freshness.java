package org.sekisho.gate.vouch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sekisho.gate.refusal.ClockBehind;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.tuf.VerifiedRepository;
import org.sekisho.gate.view.TrustAge;

/**
 * How old lists are, by a clock that may be wrong: it is at least as late as when the register was put together, and as when the lists
 * were signed. A clock that stands before that cannot tell their age, so nothing is installed by it. Selling never asks.
 *
 * @param clock what the machine says
 * @param known what the documents prove
 */
record Freshness(Instant clock, Instant known) {

    /** Clocks differ, and so do their time zones where somebody set one by hand. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    /** @param assembledAt when the register was put together; empty where that is not known */
    static Freshness of(Instant clock, Optional<Instant> assembledAt, VerifiedRepository lists) {
        Instant assembled = assembledAt.orElse(Instant.EPOCH);
        Instant signed = lists.signedAt().orElse(Instant.EPOCH);
        return new Freshness(clock, assembled.isAfter(signed) ? assembled : signed);
    }

    TrustAge age(VerifiedRepository lists) {
        return isBehind() ? TrustAge.CLOCK_BEHIND : lists.age(now());
    }

    /** @throws TrustRefusal when nothing may be installed by these lists; never a reason to stop running */
    void require(VerifiedRepository lists) throws TrustRefusal {
        if (isBehind()) {
            throw new ClockBehind("timestamp.json", clock, known);
        }
        lists.requireFresh(now());
    }

    private boolean isBehind() {
        return clock.isBefore(known.minus(TOLERANCE));
    }

    private Instant now() {
        return clock.isAfter(known) ? clock : known;
    }
}
