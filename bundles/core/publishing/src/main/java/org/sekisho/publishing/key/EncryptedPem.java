package org.sekisho.publishing.key;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.util.PBKDF2Config;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfoBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;
import org.sekisho.publishing.KeyType;
import org.sekisho.publishing.Passphrase;
import org.sekisho.publishing.PublishingFault;

/**
 * A private key as PKCS#8 in PEM: encrypted by PBES2 (RFC 8018), or in the clear where a development build made it. Bouncy Castle writes
 * it: what Java 17 makes of PBES2 parameters is not what the standard says.
 */
final class EncryptedPem {

    static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
    static final String CLEAR = "PRIVATE KEY";

    /** What OWASP's password storage sheet asks of PBKDF2 with HMAC-SHA-256 (2023). */
    private static final int ITERATIONS = 600_000;

    private static final int SALT_BYTES = 16;

    private EncryptedPem() {}

    static byte[] of(PrivateKey secret, Passphrase passphrase) throws GeneralSecurityException, IOException {
        PBKDF2Config derivation = new PBKDF2Config.Builder()
                .withIterationCount(ITERATIONS)
                .withSaltLength(SALT_BYTES)
                .withPRF(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE))
                .build();
        try {
            var encryptor = new JcePKCSPBEOutputEncryptorBuilder(derivation, NISTObjectIdentifiers.id_aes256_CBC)
                    .setProvider(provider())
                    .build(passphrase.characters());
            PrivateKeyInfo clear = PrivateKeyInfo.getInstance(secret.getEncoded());
            return Pem.of(
                    ENCRYPTED,
                    new PKCS8EncryptedPrivateKeyInfoBuilder(clear)
                            .build(encryptor)
                            .getEncoded());
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    static PrivateKey open(String name, KeyType type, byte[] text, Passphrase passphrase)
            throws GeneralSecurityException, IOException, PublishingFault {
        var decryptor = new JcePKCSPBEInputDecryptorProviderBuilder()
                .setProvider(provider())
                .build(passphrase.characters());
        PrivateKeyInfo clear;
        try {
            clear = new PKCS8EncryptedPrivateKeyInfo(Pem.content(text)).decryptPrivateKeyInfo(decryptor);
        } catch (PKCSException e) {
            throw new PublishingFault("passphrase.wrong", name);
        }
        return Algorithms.factory(type).generatePrivate(new PKCS8EncodedKeySpec(clear.getEncoded()));
    }

    static byte[] ofClear(PrivateKey secret) {
        return Pem.of(CLEAR, secret.getEncoded());
    }

    static PrivateKey openClear(KeyType type, byte[] text) throws GeneralSecurityException {
        return Algorithms.factory(type).generatePrivate(new PKCS8EncodedKeySpec(Pem.content(text)));
    }

    private static Provider provider() {
        return new BouncyCastleProvider();
    }
}
