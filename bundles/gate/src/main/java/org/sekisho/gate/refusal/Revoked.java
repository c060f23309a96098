package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** It was listed once and is withdrawn. */
public final class Revoked extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public Revoked(String subject, String reason) {
        super(RefusalCode.REVOKED, subject, reason);
    }
}
