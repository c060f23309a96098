package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** Not the version that another signed document names. */
public final class WrongVersion extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public WrongVersion(String document, long expected, long found) {
        super(RefusalCode.SIGNATURE_INVALID, document, expected, found);
    }
}
