package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** It is vouched for, but its own code did not come to the end of starting. */
public final class StartTimedOut extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public StartTimedOut(String subject, long seconds) {
        super(RefusalCode.UNRESOLVED, subject, seconds);
    }
}
