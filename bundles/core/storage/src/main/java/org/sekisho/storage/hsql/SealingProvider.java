package org.sekisho.storage.hsql;

import java.security.MessageDigest;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.HexFormat;
import java.util.Map;
import org.sekisho.api.vault.Sealer;

/**
 * Hands HSQLDB its ciphers. HSQLDB knows ciphers only by the names of the Java Cryptography Architecture, and its key only as a
 * property of the connection: so the provider's name is random, and what HSQLDB holds for a key is a token. Four ciphers (as many as
 * one HSQLDB makes) may redeem the token once each; after that it is worth nothing, and the key never left the vault.
 */
final class SealingProvider extends Provider implements AutoCloseable {

    static final String CIPHER = "SEKISHO";

    private static final long serialVersionUID = 1L;
    private static final int CIPHERS_OF_ONE_DATABASE = 4;

    private final transient Sealer sealer;
    private final transient byte[] token;
    private transient int redeemable = CIPHERS_OF_ONE_DATABASE;

    private SealingProvider(String name, Sealer sealer, byte[] token) {
        super(name, "1", "Authenticated cipher of one sealed database");
        this.sealer = sealer;
        this.token = token;
        putService(new Ciphers(this));
    }

    /** Makes one known to the JVM. */
    static SealingProvider register(Sealer sealer) {
        byte[] token = new byte[32];
        byte[] name = new byte[16];
        SecureRandom random = new SecureRandom();
        random.nextBytes(token);
        random.nextBytes(name);
        SealingProvider provider =
                new SealingProvider("Sekisho-" + HexFormat.of().formatHex(name), sealer, token);
        Security.addProvider(provider);
        return provider;
    }

    String token() {
        return HexFormat.of().formatHex(token);
    }

    /** The sealer, for one cipher that shows the token; null when it is the wrong one or spent. */
    synchronized @org.jspecify.annotations.Nullable Sealer redeem(byte[] shown) {
        if (redeemable == 0 || !MessageDigest.isEqual(token, shown)) {
            return null;
        }
        redeemable--;
        return sealer;
    }

    @Override
    public synchronized void close() {
        redeemable = 0;
        Security.removeProvider(getName());
    }

    private static final class Ciphers extends Service {

        private final SealingProvider provider;

        Ciphers(SealingProvider provider) {
            super(
                    provider,
                    "Cipher",
                    CIPHER,
                    SealingCipher.class.getName(),
                    null,
                    Map.of("SupportedKeyFormats", "RAW"));
            this.provider = provider;
        }

        @Override
        public Object newInstance(Object constructorParameter) {
            return new SealingCipher(provider);
        }
    }
}
