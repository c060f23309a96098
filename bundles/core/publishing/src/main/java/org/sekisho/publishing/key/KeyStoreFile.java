package org.sekisho.publishing.key;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import org.sekisho.publishing.Passphrase;
import org.sekisho.publishing.PublishingFault;

/** A key pair and its certificate as PKCS#12 (RFC 7292), under Java's own choice of ciphers. */
final class KeyStoreFile {

    private static final String TYPE = "PKCS12";

    private KeyStoreFile() {}

    static byte[] of(String name, PrivateKey secret, X509Certificate certificate, Passphrase passphrase)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(null, null);
        store.setKeyEntry(name, secret, passphrase.characters(), new Certificate[] {certificate});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, passphrase.characters());
        return out.toByteArray();
    }

    static PrivateKey open(String name, byte[] content, Passphrase passphrase)
            throws GeneralSecurityException, IOException, PublishingFault {
        KeyStore store = KeyStore.getInstance(TYPE);
        try {
            store.load(new ByteArrayInputStream(content), passphrase.characters());
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new PublishingFault("passphrase.wrong", name);
            }
            throw e;
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, passphrase.characters()) instanceof PrivateKey secret) {
                return secret;
            }
        }
        throw new PublishingFault("key.unreadable", name);
    }
}
