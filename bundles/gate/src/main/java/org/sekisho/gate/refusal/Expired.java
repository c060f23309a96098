package org.sekisho.gate.refusal;

import java.time.Instant;
import org.sekisho.gate.view.RefusalCode;

/** A signed document is too old to install anything by it. */
public final class Expired extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public Expired(String document, Instant since) {
        super(RefusalCode.EXPIRED, document, since);
    }
}
