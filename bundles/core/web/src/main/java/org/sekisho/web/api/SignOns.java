package org.sekisho.web.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Operators;
import org.sekisho.identity.SignOn;
import org.sekisho.storage.StorageFault;
import org.sekisho.web.http.Refusal;
import org.sekisho.web.http.Refused;
import org.sekisho.web.session.TokenBucket;

/** Whoever says who they are at the page: so many tries at once and no more; the lock of a name is identity's. Wipes what was typed. */
final class SignOns {

    /** In characters; beyond what a person types. */
    static final int LONGEST_PASSWORD = 1_000;

    private static final int TRIES_AT_ONCE = 20;
    private static final Duration TRY_EVERY = Duration.ofSeconds(3);

    private final Operators operators;
    private final TokenBucket tries;

    SignOns(Operators operators, InstantSource clock) {
        this.operators = operators;
        this.tries = new TokenBucket(TRIES_AT_ONCE, TRY_EVERY, clock);
    }

    Operator of(String name, char[] password, char[] code) throws Refused, StorageFault {
        try {
            return of(password, () -> operators.signOn(name, password, code));
        } finally {
            Arrays.fill(code, '\0');
        }
    }

    /** Makes sure that whoever is signed on is still there. */
    void confirm(String name, char[] password) throws Refused, StorageFault {
        of(password, () -> operators.confirm(name, password));
    }

    Operator of(char[] secret, Try one) throws Refused, StorageFault {
        try {
            long wait = tries.take();
            if (wait > 0) {
                throw new Refused(Refusal.TOO_MANY_SIGN_ONS, wait).retryAfter(wait);
            }
            SignOn answer = one.signOn();
            if (answer instanceof SignOn.Accepted accepted) {
                return accepted.operator();
            }
            if (answer instanceof SignOn.CodeNeeded needed) {
                throw new Refused(Refusal.CODE_NEEDED, needed.sentence()::in);
            }
            throw new Refused(Refusal.SIGN_ON_REFUSED, ((SignOn.Refused) answer).sentence()::in);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /** One try. */
    @FunctionalInterface
    interface Try {
        SignOn signOn() throws StorageFault;
    }
}
