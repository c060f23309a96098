package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** The root demands signatures that a quantum computer does not forge, and too few hold. */
public final class WithoutPostQuantum extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public WithoutPostQuantum(String document, int valid, int threshold) {
        super(RefusalCode.SIGNATURE_INVALID, document, valid, threshold);
    }
}
