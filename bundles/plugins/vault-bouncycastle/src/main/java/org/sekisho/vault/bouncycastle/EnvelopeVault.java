package org.sekisho.vault.bouncycastle;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.sekisho.api.vault.MasterSecret;
import org.sekisho.api.vault.Sealer;
import org.sekisho.api.vault.Vault;
import org.sekisho.api.vault.VaultFault;

/**
 * Keeps a random 256-bit data key in an {@link Envelope}, wrapped by AES-256-GCM under a key that is made from the master secret.
 * Safe for many threads: it keeps nothing between two calls.
 */
@Component(scope = ServiceScope.BUNDLE)
public final class EnvelopeVault implements Vault {

    private static final int KEY_BYTES = 32;

    /** The one bundle that seals and opens. The gate hides the vault from all others; the vault does not rely on that. */
    private static final String STORAGE = "org.sekisho.storage";

    private final SecureRandom random = new SecureRandom();

    /** @throws SecurityException when the service is for somebody else */
    @Activate
    public EnvelopeVault(ComponentContext context) {
        this(context.getUsingBundle().getSymbolicName());
    }

    EnvelopeVault(String user) {
        if (!user.equals(STORAGE)) {
            throw new SecurityException("the vault is for " + STORAGE + ", not for " + user);
        }
    }

    /** Outside the framework, where there are no bundles. It holds no key of its own. */
    public EnvelopeVault() {}

    @Override
    public String create(MasterSecret master) {
        byte[] dataKey = new byte[KEY_BYTES];
        random.nextBytes(dataKey);
        return wrap(dataKey, master);
    }

    @Override
    public String rewrap(String envelope, MasterSecret master, MasterSecret next) throws VaultFault {
        return wrap(dataKey(envelope, master), next);
    }

    @Override
    public String derivation(String envelope) throws VaultFault {
        return Envelope.fromJson(envelope).derivation().said();
    }

    /** Wipes the data key. */
    private String wrap(byte[] dataKey, MasterSecret master) {
        KeyDerivation derivation = KeyDerivation.fresh(master.kind(), random);
        try (WipedKey wrapping = derivation.derive(master);
                GcmSealer sealer = new GcmSealer(wrapping)) {
            String wrapped = HexFormat.of().formatHex(sealer.seal(dataKey, derivation.binding()));
            return new Envelope(derivation, wrapped).toJson();
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    @Override
    public Sealer open(String envelope, MasterSecret master) throws VaultFault {
        return new GcmSealer(new WipedKey(dataKey(envelope, master)));
    }

    private static byte[] dataKey(String envelope, MasterSecret master) throws VaultFault {
        Envelope read = Envelope.fromJson(envelope);
        if (!read.derivation().suits(master.kind())) {
            throw wrongSecret();
        }
        try (WipedKey wrapping = read.derivation().derive(master);
                GcmSealer sealer = new GcmSealer(wrapping)) {
            return unwrap(read, sealer);
        }
    }

    private static byte[] unwrap(Envelope envelope, GcmSealer sealer) throws VaultFault {
        try {
            byte[] dataKey = sealer.open(
                    HexFormat.of().parseHex(envelope.wrapped()),
                    envelope.derivation().binding());
            if (dataKey.length != KEY_BYTES) {
                throw new VaultFault(VaultFault.Kind.ENVELOPE, "The vault's envelope holds a key of the wrong length.");
            }
            return dataKey;
        } catch (VaultFault e) {
            throw e.kind() == VaultFault.Kind.RECORD ? wrongSecret() : e;
        }
    }

    private static VaultFault wrongSecret() {
        return new VaultFault(
                VaultFault.Kind.WRONG_SECRET,
                "The key file or passphrase is not the one that this vault was made with.");
    }
}
