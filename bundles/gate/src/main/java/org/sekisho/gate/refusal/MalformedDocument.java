package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** A document that cannot be read in exactly one way, or lacks something: no signature can hold for it. */
public final class MalformedDocument extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public MalformedDocument(String document, String why) {
        super(RefusalCode.SIGNATURE_INVALID, document, why);
    }
}
