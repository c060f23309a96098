package org.sekisho.checkout.payment;

import java.util.Optional;
import org.sekisho.api.terminal.PaymentAnswer;

/**
 * What the till knows after it spoke to the terminal.
 *
 * @param answer the terminal's; of a {@link Kind#LOST} one without content
 * @param reason for people, where it was not approved
 */
public record Outcome(Kind kind, PaymentAnswer answer, String reason) {

    public enum Kind {
        APPROVED,
        DECLINED,
        /** The terminal never had it, or the order never left: no money moved. */
        NOTHING_DONE,
        /** Nobody knows. */
        LOST
    }

    static Outcome of(PaymentAnswer answer) {
        return new Outcome(answer.approved() ? Kind.APPROVED : Kind.DECLINED, answer, answer.reason());
    }

    static Outcome nothingDone(String reason) {
        return new Outcome(Kind.NOTHING_DONE, PaymentAnswer.declined(reason), reason);
    }

    /** What somebody read from the terminal's slips: its reference, where money moved. */
    public static Outcome said(Optional<String> reference, String reason) {
        return reference
                .map(given -> new Outcome(Kind.APPROVED, PaymentAnswer.approved("", given), reason))
                .orElseGet(() -> nothingDone(reason));
    }

    public static Outcome lost(String reason) {
        return new Outcome(Kind.LOST, PaymentAnswer.declined(reason), reason);
    }

    public boolean approved() {
        return kind == Kind.APPROVED;
    }
}
