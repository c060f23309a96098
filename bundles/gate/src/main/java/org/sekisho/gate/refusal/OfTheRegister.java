package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** It belongs to the register as delivered, which no approval of the shop changes. */
public final class OfTheRegister extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public OfTheRegister(String subject) {
        super(RefusalCode.NOT_APPROVED, subject);
    }
}
