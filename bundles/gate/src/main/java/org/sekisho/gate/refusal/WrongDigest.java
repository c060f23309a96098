package org.sekisho.gate.refusal;

import org.sekisho.gate.view.RefusalCode;

/** Its bytes are not those that were signed or listed. */
public final class WrongDigest extends TrustRefusal {

    private static final long serialVersionUID = 1L;

    private WrongDigest(RefusalCode code, String subject, String expected, String found) {
        super(code, subject, expected, found);
    }

    /** A document of the signed repository. */
    public static WrongDigest document(String name, String expected, String found) {
        return new WrongDigest(RefusalCode.SIGNATURE_INVALID, name, expected, found);
    }

    /** A bundle or a file of the platform: what lies there is not what the allowlist names. */
    public static WrongDigest vouched(String name, String expected, String found) {
        return new WrongDigest(RefusalCode.NOT_ALLOWED, name, expected, found);
    }
}
