package org.sekisho.gate.view;

import java.time.Instant;

/**
 * One refusal, as a person reads it.
 *
 * @param code stable
 * @param subject the file or bundle: {@code loyalty-2.3.jar}
 * @param what happened: {@code not in this shop's allowlist}
 * @param sales what it means for sales: {@code Nothing was installed; sales continue.}
 * @param mend who can mend it, and how: {@code Ask your integrator to vet it.}
 * @param time when
 */
public record Refusal(RefusalCode code, String subject, String what, String sales, String mend, Instant time) {

    /** {@code NOT_ALLOWED loyalty-2.3.jar: not in this shop's allowlist. Nothing was installed; sales continue. Ask …} */
    public String sentence() {
        return code + " " + subject + ": " + what + ". " + sales + " " + mend;
    }
}
