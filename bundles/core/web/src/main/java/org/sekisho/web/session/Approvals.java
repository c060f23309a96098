package org.sekisho.web.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.identity.Operator;

/** A second person's word for one deed, once, and only for a moment. Whether it is enough is the till's to say. */
public final class Approvals {

    private static final Duration HOLDS = Duration.ofMinutes(1);

    private @Nullable Approval given;

    private record Approval(String deed, Operator approver, Instant time) {}

    /** Puts another in the place of the last. */
    public synchronized void give(String deed, Operator approver, Instant now) {
        given = new Approval(deed, approver, now);
    }

    /** Whoever approved that deed; asked once more, nobody did. */
    public synchronized Optional<Operator> take(String deed, Instant now) {
        Approval there = given;
        if (there == null || !there.deed().equals(deed)) {
            return Optional.empty();
        }
        given = null;
        Duration age = Duration.between(there.time(), now);
        return age.isNegative() || age.compareTo(HOLDS) > 0 ? Optional.empty() : Optional.of(there.approver());
    }
}
