package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** Its own code does not come to the end of stopping, or of an earlier start. */
public final class NotStopped extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public NotStopped(String subject) {
        super(RefusalCode.UNRESOLVED, subject);
    }
}
