package org.sekisho.publishing.key;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.Optional;
import java.util.Properties;
import org.sekisho.publishing.KeyType;
import org.sekisho.publishing.Passphrase;
import org.sekisho.publishing.PublishingFault;

/** A PKCS#11 token by Java's SunPKCS11: makes key pairs that do not leave it, and signs with them. */
final class Token {

    private static final String CONFIGURATION = "configuration";
    private static final String ALIAS = "alias";

    /** How PKCS#11 calls wrong, malformed and locked ones. */
    private static final String WRONG_PIN = "CKR_PIN";

    private final Path configuration;
    private final Provider provider;
    private final KeyStore store;

    private Token(Path configuration, Provider provider, KeyStore store) {
        this.configuration = configuration;
        this.provider = provider;
        this.store = store;
    }

    static Token open(String name, Path configuration, Passphrase pin) throws PublishingFault {
        Provider java = Security.getProvider("SunPKCS11");
        if (java == null) {
            throw new PublishingFault("token.no-java", "jdk.crypto.cryptoki");
        }
        try {
            Provider provider = java.configure(configuration.toString());
            // Whoever logged in before in this process would let everybody in without a PIN.
            if (provider instanceof AuthProvider login) {
                login.logout();
            }
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin.characters());
            return new Token(configuration, provider, store);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            if (reason(e).startsWith(WRONG_PIN)) {
                throw new PublishingFault("passphrase.wrong", name);
            }
            throw new PublishingFault("token.unreadable", configuration, reason(e));
        }
    }

    /** A new pair that stays on the token under the key's name and its digest. */
    SigningKey make(String name, KeyType type, String owner) throws PublishingFault {
        if (type != KeyType.ECDSA && type != KeyType.RSA) {
            throw new PublishingFault("token.type", type.word());
        }
        try {
            KeyPair pair = Algorithms.generate(type, Optional.of(provider));
            SigningKey key =
                    new SigningKey(OpenKey.of(name, pair.getPublic()), pair.getPrivate(), Optional.of(provider));
            Certificate[] chain = {SelfSigned.of(owner, key)};
            store.setKeyEntry(alias(key.open()), pair.getPrivate(), null, chain);
            return key;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new PublishingFault("token.unreadable", configuration, reason(e));
        }
    }

    SigningKey key(OpenKey open) throws PublishingFault {
        try {
            if (store.getKey(alias(open), null) instanceof PrivateKey secret) {
                return new SigningKey(open, secret, Optional.of(provider));
            }
            throw new PublishingFault("token.no-key", open.name(), configuration);
        } catch (GeneralSecurityException e) {
            throw new PublishingFault("token.unreadable", configuration, reason(e));
        }
    }

    /** What {@code NAME.pkcs11} of a workspace says. */
    static byte[] description(Path configuration, OpenKey open) {
        return (CONFIGURATION + " = " + configuration.toAbsolutePath() + "\n" + ALIAS + " = " + alias(open) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static Path configuration(byte[] description) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(new String(description, StandardCharsets.UTF_8)));
        return Path.of(properties.getProperty(CONFIGURATION, ""));
    }

    private static String alias(OpenKey open) {
        return "sekisho-" + open.name() + "-" + open.keyid().substring(0, 8);
    }

    private static String reason(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
