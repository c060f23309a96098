package org.sekisho.vault.pkcs11;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.spec.IvParameterSpec;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.sekisho.api.vault.MasterToken;
import org.sekisho.api.vault.VaultFault;

/**
 * A token by Java's SunPKCS11. Its key is an AES-256 key that was made there, named {@code sekisho-master}, and cannot leave it. The secret is
 * SHA-256 over a name of this use and what AES-CBC (CKM_AES_CBC, which every token has) makes of the challenge: 16 bytes of it are the
 * vector, 32 the text.
 */
@Component(scope = ServiceScope.BUNDLE)
public final class Pkcs11Token implements MasterToken {

    private static final String ALIAS = "sekisho-master";
    private static final byte[] USE = "sekisho token 1\0".getBytes(US_ASCII);
    private static final int VECTOR = 16;
    private static final int KEY_BITS = 256;

    /** How PKCS #11 calls wrong, malformed and locked ones. */
    private static final String WRONG_PIN = "CKR_PIN";

    private static final String STORAGE = "org.sekisho.storage";

    /** @throws SecurityException when the service is for somebody else */
    @Activate
    public Pkcs11Token(ComponentContext context) {
        this(context.getUsingBundle().getSymbolicName());
    }

    Pkcs11Token(String user) {
        if (!user.equals(STORAGE)) {
            throw new SecurityException("the token is for " + STORAGE + ", not for " + user);
        }
    }

    /** Outside the framework, where there are no bundles. */
    public Pkcs11Token() {}

    @Override
    public synchronized void prepare(Path configuration, char[] pin) throws VaultFault {
        with(configuration, pin, (provider, store) -> {
            if (store.getKey(ALIAS, null) == null) {
                KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
                generator.init(KEY_BITS);
                store.setEntry(ALIAS, new KeyStore.SecretKeyEntry(generator.generateKey()), null);
            }
            return new byte[0];
        });
    }

    @Override
    public synchronized byte[] secret(Path configuration, char[] pin, byte[] challenge) throws VaultFault {
        if (challenge.length != CHALLENGE_BYTES) {
            throw new IllegalArgumentException("a challenge has 48 bytes, not " + challenge.length);
        }
        return with(configuration, pin, (provider, store) -> {
            Key key = store.getKey(ALIAS, null);
            if (key == null) {
                throw new VaultFault(VaultFault.Kind.TOKEN_KEY, "no " + ALIAS);
            }
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding", provider);
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(challenge, 0, VECTOR));
            byte[] answer = cipher.doFinal(challenge, VECTOR, CHALLENGE_BYTES - VECTOR);
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(USE);
            byte[] secret = sha256.digest(answer);
            Arrays.fill(answer, (byte) 0);
            return secret;
        });
    }

    private static byte[] with(Path configuration, char[] pin, Work work) throws VaultFault {
        Provider java = Security.getProvider("SunPKCS11");
        if (java == null) {
            throw new VaultFault(VaultFault.Kind.TOKEN, "this Java lacks its module jdk.crypto.cryptoki");
        }
        try {
            Provider provider = java.configure(configuration.toString());
            logout(provider); // whoever logged in before in this process would let everybody in without a PIN
            try {
                KeyStore store = KeyStore.getInstance("PKCS11", provider);
                store.load(null, pin);
                return work.by(provider, store);
            } finally {
                logout(provider);
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            String reason = reason(e);
            throw new VaultFault(
                    reason.startsWith(WRONG_PIN) ? VaultFault.Kind.TOKEN_PIN : VaultFault.Kind.TOKEN, reason);
        }
    }

    private static void logout(Provider provider) throws GeneralSecurityException {
        if (provider instanceof AuthProvider login) {
            login.logout();
        }
    }

    private static String reason(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** What is done with an open token. */
    private interface Work {
        byte[] by(Provider provider, KeyStore store) throws GeneralSecurityException, VaultFault;
    }
}
