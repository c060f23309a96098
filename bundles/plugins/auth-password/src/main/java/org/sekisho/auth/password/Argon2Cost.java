package org.sekisho.auth.password;

/**
 * How dear one guess is.
 *
 * @param memoryKib memory, in KiB
 * @param passes over that memory
 * @param lanes that could be filled in parallel; this scheme fills them one after another
 */
record Argon2Cost(int memoryKib, int passes, int lanes) {

    /**
     * What a new hash costs on the slowest machine: 32 MiB, two passes, above OWASP's floor for Argon2id (19 MiB, two passes). Others make
     * more passes, not more memory: a register that sells has some 300 MiB for everything.
     */
    static final Argon2Cost LEAST = new Argon2Cost(32 * 1024, 2, 1);

    static final int MOST_PASSES = 64;

    private static final int MOST_MEMORY_KIB = 256 * 1024;
    private static final int MOST_LANES = 16;

    /** Whether a stored form that claims this cost is believed: one that would eat the register's memory is not. */
    boolean isBearable() {
        return lanes >= 1
                && lanes <= MOST_LANES
                && passes >= 1
                && passes <= MOST_PASSES
                && memoryKib >= 8 * lanes
                && memoryKib <= MOST_MEMORY_KIB;
    }

    Argon2Cost withPasses(int others) {
        return new Argon2Cost(memoryKib, others, lanes);
    }

    boolean isWeakerThan(Argon2Cost other) {
        return memoryKib < other.memoryKib || passes < other.passes;
    }
}
