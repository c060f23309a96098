package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** Something that must be there is not. */
public final class MissingFile extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    private MissingFile(RefusalCode code, String subject) {
        super(code, subject);
    }

    /** A document without which nothing can be verified. */
    public static MissingFile document(String name) {
        return new MissingFile(RefusalCode.SIGNATURE_INVALID, name);
    }

    /** A bundle or a file of the platform that is vouched for. */
    public static MissingFile vouched(String name) {
        return new MissingFile(RefusalCode.UNRESOLVED, name);
    }
}
