package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** A plugin asks in its manifest for what no plugin gets: to be a fragment, an extension, native, or wired at will. */
public final class ForbiddenHeader extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public ForbiddenHeader(String subject, String header) {
        super(RefusalCode.STRUCTURE, subject, header);
    }
}
