package org.sekisho.extensions.signature;

/** The block does not sign the signature file, or not alone. */
final class BadSignature extends Exception {

    private static final long serialVersionUID = 1;

    BadSignature(String key) {
        super(key);
    }

    BadSignature(String key, Throwable cause) {
        super(key, cause);
    }

    /** The end of the sentence's key. */
    String key() {
        return String.valueOf(getMessage());
    }
}
