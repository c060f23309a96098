package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** It is vouched for, but something that it needs is not here. */
public final class Unresolved extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public Unresolved(String subject, String missing) {
        super(RefusalCode.UNRESOLVED, subject, missing);
    }
}
