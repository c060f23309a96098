package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** It was vetted for a later release of the register than this one. */
public final class NeedsNewerRegister extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public NeedsNewerRegister(String subject, String needed, String present) {
        super(RefusalCode.UNRESOLVED, subject, needed, present);
    }
}
