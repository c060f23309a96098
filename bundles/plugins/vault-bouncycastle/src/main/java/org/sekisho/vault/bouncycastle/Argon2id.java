package org.sekisho.vault.bouncycastle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.sekisho.api.vault.MasterSecret;

/**
 * Argon2id (RFC 9106), version 1.3: for a passphrase. The parameters are the RFC's second recommendation (64 MiB, three passes)
 * with one lane, since this implementation runs them one after another anyway.
 *
 * @param memoryKiB of memory each guess costs
 * @param passes over that memory
 * @param lanes degree of parallelism
 */
record Argon2id(String salt, int memoryKiB, int passes, int lanes) implements KeyDerivation {

    static final String NAME = "Argon2id";

    /** Bounds of what an envelope may ask for: a changed one must not exhaust the register's memory, nor weaken the key. */
    Argon2id {
        if (memoryKiB < 8 * 1024 || memoryKiB > 1024 * 1024 || passes < 1 || passes > 64 || lanes < 1 || lanes > 64) {
            throw new IllegalArgumentException("Argon2id parameters out of bounds");
        }
    }

    static Argon2id today(String salt) {
        return new Argon2id(salt, 64 * 1024, 3, 1);
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
        return new WipedKey(key);
    }

    @Override
    public byte[] binding() {
        String parameters = memoryKiB + "," + passes + "," + lanes;
        return ("sekisho vault 1|" + NAME + "|" + parameters + "|" + salt).getBytes(US_ASCII);
    }
}
