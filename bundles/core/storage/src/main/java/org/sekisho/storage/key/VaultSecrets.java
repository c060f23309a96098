package org.sekisho.storage.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.api.vault.VaultFault;
import org.sekisho.storage.Secrets;
import org.sekisho.storage.StorageFault;

/** Seals with the data key of the home. */
@Component
public final class VaultSecrets implements Secrets {

    private final HomeVault vault;

    @Activate
    public VaultSecrets(@Reference HomeVault vault) {
        this.vault = vault;
    }

    @Override
    public byte[] seal(byte[] secret, String purpose) throws StorageFault {
        try (OpenVault open = vault.open()) {
            return open.sealer().seal(secret, context(purpose));
        }
    }

    @Override
    public byte[] open(byte[] sealed, String purpose) throws StorageFault {
        try (OpenVault open = vault.open()) {
            return open(open, sealed, purpose);
        }
    }

    /**
     * Seals by the data key of now what the one before may have sealed.
     *
     * @throws StorageFault when it was changed
     */
    public static byte[] reseal(OpenVault open, byte[] sealed, String purpose) throws StorageFault {
        byte[] secret = open(open, sealed, purpose);
        try {
            return open.sealer().seal(secret, context(purpose));
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static byte[] open(OpenVault open, byte[] sealed, String purpose) throws StorageFault {
        try {
            return open.sealer().open(sealed, context(purpose));
        } catch (VaultFault e) {
            throw new StorageFault(
                    StorageFault.Kind.DAMAGED,
                    "The sealed secret for \"" + purpose + "\" was changed or belongs to another home."
                            + " Sales continue; keep this home as it is and call your integrator.",
                    e);
        }
    }

    /** Apart from everything else that storage seals. */
    private static byte[] context(String purpose) {
        return ("sekisho secret: " + purpose).getBytes(UTF_8);
    }
}
