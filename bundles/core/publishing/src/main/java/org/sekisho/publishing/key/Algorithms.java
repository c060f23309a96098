package org.sekisho.publishing.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.sekisho.publishing.KeyType;

/** What the four kinds of keys are called by Java's providers, by ASN.1 and by those who sign. */
final class Algorithms {

    private static final int RSA_BITS = 3072;
    private static final int SALT_BYTES = 32;

    /** By the object identifier in a public key (RFC 8410, RFC 5480, RFC 8017, RFC 9881). */
    private static final Map<String, KeyType> IDENTIFIERS = Map.of(
            "1.3.101.112", KeyType.ED25519,
            "1.2.840.10045.2.1", KeyType.ECDSA,
            "1.2.840.113549.1.1.1", KeyType.RSA,
            "2.16.840.1.101.3.4.3.18", KeyType.ML_DSA_65);

    private static final Map<KeyType, String> FACTORIES =
            Map.of(KeyType.ED25519, "Ed25519", KeyType.ECDSA, "EC", KeyType.RSA, "RSA", KeyType.ML_DSA_65, "ML-DSA-65");

    private Algorithms() {}

    /** Java 17 has no ML-DSA; Bouncy Castle's provider is asked for it and for nothing else. */
    private static @Nullable Provider provider(KeyType type) {
        return type == KeyType.ML_DSA_65 ? new BouncyCastleProvider() : null;
    }

    static KeyPair generate(KeyType type, Optional<Provider> token) throws GeneralSecurityException {
        Provider by = token.orElse(provider(type));
        String name = FACTORIES.get(type);
        KeyPairGenerator generator =
                by == null ? KeyPairGenerator.getInstance(name) : KeyPairGenerator.getInstance(name, by);
        if (type == KeyType.ECDSA) {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        } else if (type == KeyType.RSA) {
            generator.initialize(new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4));
        }
        return generator.generateKeyPair();
    }

    static KeyFactory factory(KeyType type) throws GeneralSecurityException {
        Provider by = provider(type);
        String name = FACTORIES.get(type);
        return by == null ? KeyFactory.getInstance(name) : KeyFactory.getInstance(name, by);
    }

    /** For TUF's schemes; RSA is PSS with a salt as long as the digest, as its other implementations have it. */
    static Signature signature(KeyType type, Optional<Provider> token) throws GeneralSecurityException {
        String name = switch (type) {
            case ED25519 -> "Ed25519";
            case ECDSA -> "SHA256withECDSA";
            case RSA -> "RSASSA-PSS";
            case ML_DSA_65 -> "ML-DSA-65";
        };
        Provider by = token.orElse(provider(type));
        Signature signature = by == null ? Signature.getInstance(name) : Signature.getInstance(name, by);
        if (type == KeyType.RSA) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT_BYTES, 1));
        }
        return signature;
    }

    /** For certificates and for the signature block of a jar. */
    static String inCertificates(KeyType type) {
        return switch (type) {
            case ED25519 -> "Ed25519";
            case ECDSA -> "SHA256withECDSA";
            case RSA -> "SHA256withRSA";
            case ML_DSA_65 -> throw new IllegalArgumentException("no jar is signed with ML-DSA");
        };
    }

    /** @throws GeneralSecurityException when it is a key of another kind */
    static KeyType typeOf(PublicKey key) throws GeneralSecurityException {
        return typeOf(key.getEncoded());
    }

    /** @param spki the DER of a SubjectPublicKeyInfo */
    static KeyType typeOf(byte[] spki) throws GeneralSecurityException {
        String identifier = SubjectPublicKeyInfo.getInstance(spki)
                .getAlgorithm()
                .getAlgorithm()
                .getId();
        KeyType type = IDENTIFIERS.get(identifier);
        if (type == null) {
            throw new GeneralSecurityException("no kind of key that is known here: " + identifier);
        }
        return type;
    }
}
