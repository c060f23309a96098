package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** Older than what this register has already seen. */
public final class RolledBack extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public RolledBack(String document, long offered, long seen) {
        super(RefusalCode.ROLLED_BACK, document, offered, seen);
    }
}
