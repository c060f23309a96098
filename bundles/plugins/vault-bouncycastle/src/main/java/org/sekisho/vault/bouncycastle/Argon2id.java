package org.sekisho.vault.bouncycastle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.sekisho.api.vault.MasterSecret;

/**
 * Argon2id (RFC 9106), version 1.3: for a passphrase. The memory is that of the RFC's second recommendation (64 MiB), the passes are its
 * three, or as many more as this machine makes in about 350 ms; with one lane, since this implementation runs them one after another anyway.
 *
 * @param memoryKiB of memory each guess costs
 * @param passes over that memory
 * @param lanes degree of parallelism
 */
record Argon2id(String salt, int memoryKiB, int passes, int lanes) implements KeyDerivation {

    static final String NAME = "Argon2id";

    private static final int MEMORY_KIB = 64 * 1024;
    private static final int FEWEST_PASSES = 3;
    private static final int MOST_PASSES = 64;
    private static final long WANTED_NANOS = 350_000_000;

    /**
     * What a pass over 64 MiB took in the first derivation of this process, when nothing was compiled yet: as it will be each time a register
     * starts. 0 before there was one.
     */
    private static final AtomicLong NANOS_A_PASS = new AtomicLong();

    /** Bounds of what an envelope may ask for: a changed one must not exhaust the register's memory, nor weaken the key. */
    Argon2id {
        if (memoryKiB < 8 * 1024
                || memoryKiB > 1024 * 1024
                || passes < 1
                || passes > MOST_PASSES
                || lanes < 1
                || lanes > 64) {
            throw new IllegalArgumentException("Argon2id parameters out of bounds");
        }
    }

    static Argon2id today(String salt) {
        if (NANOS_A_PASS.get() == 0) {
            try (MasterSecret nobodys = MasterSecret.ofPassphrase(new byte[16])) {
                new Argon2id(salt, MEMORY_KIB, FEWEST_PASSES, 1).derive(nobodys).close();
            }
        }
        return new Argon2id(salt, MEMORY_KIB, passes(NANOS_A_PASS.get()), 1);
    }

    /** As many as come near 350 ms: between 250 and 500 where three take less than that, and no fewer than three. */
    static int passes(long nanosAPass) {
        return (int) Math.min(MOST_PASSES, Math.max(FEWEST_PASSES, Math.round((double) WANTED_NANOS / nanosAPass)));
    }

    @Override
    public boolean suits(MasterSecret.Kind kind) {
        return kind == MasterSecret.Kind.PASSPHRASE;
    }

    @Override
    public String said() {
        return NAME + ", " + memoryKiB + " KiB, " + passes + " passes, " + lanes + (lanes == 1 ? " lane" : " lanes");
    }

    @Override
    public WipedKey derive(MasterSecret master) {
        long began = System.nanoTime();
        byte[] key = new byte[32];
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKiB)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(HexFormat.of().parseHex(salt))
                .build());
        argon2.generateBytes(master.bytes(), key);
        long took = System.nanoTime() - began;
        NANOS_A_PASS.compareAndSet(0, Math.max(1, took * MEMORY_KIB / memoryKiB / passes));
        return new WipedKey(key);
    }

    @Override
    public byte[] binding() {
        String parameters = memoryKiB + "," + passes + "," + lanes;
        return ("sekisho vault 1|" + NAME + "|" + parameters + "|" + salt).getBytes(US_ASCII);
    }
}
