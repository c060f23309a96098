package org.sekisho.identity.account;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
import org.sekisho.identity.SignOn;
import org.sekisho.storage.StorageFault;

/**
 * When sign-ons are answered: who is let in at once, a refusal at a whole grain of time since its turn came. Whether a row was found, a
 * try counted or an entry written is over long before, so that how long it took tells no name. Waiting holds nobody else up.
 */
final class AnswerTime {

    /** Of passwords: above what their hash takes and all that a refusal takes beside it. */
    static final Duration PASSWORD_GRAIN = Duration.ofMillis(500);

    /** Of PINs, whose hash takes next to nothing: too short to be felt. */
    static final Duration PIN_GRAIN = Duration.ofMillis(250);

    private final SteadyTime time;
    private final Duration grain;

    AnswerTime(SteadyTime time, Duration grain) {
        this.time = time;
        this.grain = grain;
    }

    /** @param turn held while the question is answered */
    SignOn of(Lock turn, Question question) throws StorageFault {
        long began;
        SignOn answer;
        turn.lock();
        try {
            began = time.nanos();
            answer = question.answer();
        } finally {
            turn.unlock();
        }
        if (answer instanceof SignOn.Refused) {
            long whole = grain.toNanos();
            time.waitUntil(began + (Math.floorDiv(time.nanos() - began, whole) + 1) * whole);
        }
        return answer;
    }

    /** What is asked. */
    @FunctionalInterface
    interface Question {
        SignOn answer() throws StorageFault;
    }
}
