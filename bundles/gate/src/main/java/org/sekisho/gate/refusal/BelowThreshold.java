package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** Fewer valid signatures of the right keys than its role needs. */
public final class BelowThreshold extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public BelowThreshold(String document, int valid, int threshold) {
        super(RefusalCode.SIGNATURE_INVALID, document, valid, threshold);
    }
}
