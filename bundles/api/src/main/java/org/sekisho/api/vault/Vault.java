package org.sekisho.api.vault;

/**
 * Makes and opens the envelope of the data key. Only storage calls it; the data key itself never leaves the vault: what it
 * gives out is a {@link Sealer}.
 */
public interface Vault {

    /**
     * Makes a new random data key, wrapped by the master secret.
     *
     * @return the envelope: a JSON text without any secret, to be kept beside the data
     */
    String create(MasterSecret master);

    /**
     * Opens the envelope.
     *
     * @throws VaultFault when the secret is not the one, or the envelope was changed
     */
    Sealer open(String envelope, MasterSecret master) throws VaultFault;
}
