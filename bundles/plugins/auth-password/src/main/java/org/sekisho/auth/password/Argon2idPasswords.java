package org.sekisho.auth.password;

import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.util.Arrays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sekisho.api.identity.PasswordScheme;

/**
 * Argon2id, version 1.3 (RFC 9106), 16 bytes of salt, 32 bytes of tag; as many passes as take a quarter to half a second on this machine.
 * Safe for many threads.
 */
@Component
public final class Argon2idPasswords implements PasswordScheme {

    private static final int SALT_BYTES = 16;
    private static final int TAG_BYTES = 32;
    private static final int TRIALS = 3;

    private final SecureRandom random = new SecureRandom();
    private final Calibration calibration;

    @Activate
    public Argon2idPasswords() {
        this(Calibration.ofThisMachine());
    }

    Argon2idPasswords(Calibration calibration) {
        this.calibration = calibration;
    }

    /** The first one of a process that has compared none takes twice as long: it finds out how quick the machine is. */
    @Override
    public String hash(char[] password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        if (calibration.isNew()) {
            for (int i = 0; i < TRIALS; i++) {
                tag(password, calibration.cost(), salt, TAG_BYTES);
            }
        }
        Argon2Cost cost = calibration.cost();
        return new StoredHash(cost, salt, tag(password, cost, salt, TAG_BYTES)).toString();
    }

    @Override
    public boolean verify(char[] password, String stored) {
        Optional<StoredHash> expected = StoredHash.parse(stored);
        if (expected.isEmpty()) {
            return false;
        }
        StoredHash hash = expected.get();
        byte[] actual = tag(password, hash.cost(), hash.salt(), hash.tag().length);
        return Arrays.constantTimeAreEqual(hash.tag(), actual);
    }

    @Override
    public boolean isOutdated(String stored) {
        return StoredHash.parse(stored)
                .map(hash -> calibration.isTooCheap(hash.cost())
                        || hash.salt().length < SALT_BYTES
                        || hash.tag().length < TAG_BYTES)
                .orElse(true);
    }

    private byte[] tag(char[] password, Argon2Cost cost, byte[] salt, int length) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] tag = new byte[length];
        try (PasswordBytes secret = PasswordBytes.of(password)) {
            long began = System.nanoTime();
            argon2.generateBytes(secret.bytes(), tag);
            calibration.took(cost, System.nanoTime() - began);
        }
        return tag;
    }
}
