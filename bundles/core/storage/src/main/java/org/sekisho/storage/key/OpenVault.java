package org.sekisho.storage.key;

import org.sekisho.api.vault.Sealer;

/**
 * The vault's sealer and the password of the database's one account.
 *
 * @param access random, made with the vault
 */
public record OpenVault(Sealer sealer, String access) implements AutoCloseable {

    @Override
    public void close() {
        sealer.close();
    }

    @Override
    public String toString() {
        return "OpenVault";
    }
}
