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
     * Wraps the same data key by another master secret: what was sealed stays as it is, and the one before opens the new envelope no more.
     *
     * @return the new envelope
     * @throws VaultFault as {@link #open} has them
     */
    String rewrap(String envelope, MasterSecret master, MasterSecret next) throws VaultFault;

    /**
     * How an envelope's wrapping key is made from the master secret, for people: name and parameters, nothing secret.
     *
     * @throws VaultFault when the envelope was changed
     */
    String derivation(String envelope) throws VaultFault;

    /**
     * Opens the envelope.
     *
     * @throws VaultFault when the secret is not the one, or the envelope was changed
     */
    Sealer open(String envelope, MasterSecret master) throws VaultFault;
}
