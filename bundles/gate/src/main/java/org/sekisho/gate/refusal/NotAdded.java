package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** Nothing of this name was let in by this shop. */
public final class NotAdded extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public NotAdded(String subject) {
        super(RefusalCode.NOT_APPROVED, subject);
    }
}
