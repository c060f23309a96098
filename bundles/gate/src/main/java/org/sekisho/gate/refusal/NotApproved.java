package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** Listed, but nobody in this shop let it in. */
public final class NotApproved extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public NotApproved(String subject, int given, int needed) {
        super(RefusalCode.NOT_APPROVED, subject, given, needed);
    }
}
