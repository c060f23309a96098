package org.sekisho.gate.refusal;

import java.time.Instant;
import org.sekisho.gate.view.RefusalCode;

/** The clock stands before the time at which the lists were signed: how old they are cannot be told. */
public final class ClockBehind extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public ClockBehind(String subject, Instant clock, Instant signed) {
        super(RefusalCode.EXPIRED, subject, clock, signed);
    }
}
