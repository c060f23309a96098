package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** No entry of the allowlist has this digest. */
public final class NotListed extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    public NotListed(String subject, String sha256) {
        super(RefusalCode.NOT_ALLOWED, subject, sha256);
    }
}
