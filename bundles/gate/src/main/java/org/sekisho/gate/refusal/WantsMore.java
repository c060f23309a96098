package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** An update wants powers that were not approved with the version before; that one runs on. */
public final class WantsMore extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public WantsMore(String subject, String powers) {
        super(RefusalCode.POWERS_EXCEEDED, subject, powers);
    }
}
