package org.sekisho.gate.refusal;

/** What this shop signed before cannot be believed, so nothing is added to it or taken from it. */
public final class ApprovalsLocked extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    /** @param cause why not */
    public ApprovalsLocked(TrustRefusal cause) {
        super(cause.code(), cause.subject());
        initCause(cause);
    }
}
