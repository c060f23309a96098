package org.sekisho.publishing;

/** Whoever can be asked for a key's passphrase. */
@FunctionalInterface
public interface Passphrases {

    /** @param key the name of the key: {@code targets} */
    Passphrase of(String key) throws PublishingFault;

    /** Nobody: only keys without a passphrase can be used. */
    static Passphrases none() {
        return key -> {
            throw new PublishingFault("passphrase.missing", key);
        };
    }
}
