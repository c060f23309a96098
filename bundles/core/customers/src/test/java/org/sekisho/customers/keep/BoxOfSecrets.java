package org.sekisho.customers.keep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.sekisho.storage.Secrets;
import org.sekisho.storage.StorageFault;

/** Stands for the vault: what it seals opens for the same purpose only, and it counts how often it was asked. */
final class BoxOfSecrets implements Secrets {

    int asked;

    @Override
    public byte[] seal(byte[] secret, String purpose) {
        asked++;
        byte[] name = (purpose + "\0").getBytes(UTF_8);
        byte[] sealed = Arrays.copyOf(name, name.length + secret.length);
        for (int i = 0; i < secret.length; i++) {
            sealed[name.length + i] = (byte) (secret[i] ^ 0x5a);
        }
        return sealed;
    }

    @Override
    public byte[] open(byte[] sealed, String purpose) throws StorageFault {
        asked++;
        byte[] name = (purpose + "\0").getBytes(UTF_8);
        if (!Arrays.equals(Arrays.copyOf(sealed, name.length), name)) {
            throw new StorageFault(StorageFault.Kind.DAMAGED, "sealed for another purpose");
        }
        byte[] secret = Arrays.copyOfRange(sealed, name.length, sealed.length);
        for (int i = 0; i < secret.length; i++) {
            secret[i] ^= 0x5a;
        }
        return secret;
    }
}
