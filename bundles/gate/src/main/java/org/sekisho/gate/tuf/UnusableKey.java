package org.sekisho.gate.tuf;

import org.sekisho.gate.json.Fields;

/** A key of a kind that is not known here, or that is none: it verifies nothing. */
final class UnusableKey extends PublicKey {

    private UnusableKey(Fields key) {
        super("unusable", key.canonical());
    }

    static PublicKey of(Fields key) {
        return new UnusableKey(key);
    }

    @Override
    public boolean verifies(byte[] signed, byte[] signature) {
        return false;
    }
}
