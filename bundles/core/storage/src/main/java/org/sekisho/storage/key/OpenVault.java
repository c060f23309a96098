package org.sekisho.storage.key;

import org.sekisho.api.vault.Sealer;

/** The vault's sealer and the password of the database's one account. */
public final class OpenVault implements AutoCloseable {

    private final Ring ring;
    private final String access;

    OpenVault(Ring ring, String access) {
        this.ring = ring;
        this.access = access;
    }

    public Sealer sealer() {
        return ring;
    }

    Ring ring() {
        return ring;
    }

    /** Random, made with the vault. */
    public String access() {
        return access;
    }

    /** How many records the data key before has opened, since a renewal began. */
    public long earlierOpenings() {
        return ring.earlierOpenings();
    }

    @Override
    public void close() {
        ring.close();
    }

    @Override
    public String toString() {
        return "OpenVault";
    }
}
