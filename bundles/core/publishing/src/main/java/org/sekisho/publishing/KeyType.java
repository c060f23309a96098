package org.sekisho.publishing;

import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of keys that gate and vetting know. */
public enum KeyType {
    ED25519("ed25519"),
    /** ECDSA on P-256 with SHA-256. */
    ECDSA("ecdsa"),
    /** RSA with 3072 bits. */
    RSA("rsa"),
    /** The post-quantum signature of FIPS 204, beside another one on root and targets. */
    ML_DSA_65("ml-dsa-65");

    private final String word;

    KeyType(String word) {
        this.word = word;
    }

    /** As commands and metadata have it. */
    public String word() {
        return word;
    }

    public static Optional<KeyType> ofWord(String word) {
        return Stream.of(values()).filter(type -> type.word().equals(word)).findFirst();
    }
}
