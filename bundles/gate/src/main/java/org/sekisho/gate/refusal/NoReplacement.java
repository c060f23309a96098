package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** Lists that take back a bundle of the register without naming another in its place. */
public final class NoReplacement extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public NoReplacement(String subject, String reason) {
        super(RefusalCode.REVOKED, subject, reason);
    }
}
