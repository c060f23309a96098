package org.sekisho.storage.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.KeySource;
import org.sekisho.storage.database.TestStore;

/** Kills a rotating process at random moments: the home opens, with the old secret or with the new one. */
class KilledRotationTest {

    private static final int ROUNDS = System.getProperty("sekisho.long") == null ? 24 : 500;
    private static final byte[] SECRET = "sealed before all rotations".getBytes(UTF_8);

    @TempDir
    Path temp;

    @Test
    void homeOpensWheneverTheRotationWasKilled() throws Exception {
        HomeVault vault = TestStore.in(temp, "hsqldb").vault();
        byte[] sealed = new VaultSecrets(vault).seal(SECRET, "test");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int last = 1;
        for (int round = 1; round <= ROUNDS; round++) {
            int said = rotateAndKill(random);
            String when = "round " + round + ", seed " + seed;
            assertThat(new VaultSecrets(vault).open(sealed, "test")).as(when).isEqualTo(SECRET);
            int opens =
                    EndlessRotation.number(((KeySource.KeyFile) vault.state().source()).path());
            assertThat(opens).as(when).isGreaterThan(last).isBetween(said, said + 1);
            last = opens;
        }
        assertThat(last).isGreaterThan(2 * ROUNDS);
    }

    /** The number of the last key file that it said opens the vault. */
    private int rotateAndKill(Random random) throws Exception {
        Process rotating = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessRotation.class.getName(),
                        temp.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = rotating.inputReader(US_ASCII)) {
            // Once the first is done the others follow within milliseconds.
            int last = count(said.readLine());
            boolean ended = rotating.waitFor(random.nextInt(200), TimeUnit.MILLISECONDS);
            assertThat(ended).as("the rotation ended by itself").isFalse();
            rotating.toHandle().destroyForcibly();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = count(line);
            }
            rotating.waitFor();
            return last;
        }
    }

    private static int count(String line) {
        assertThat(line).matches("ROTATED [0-9]+");
        return Integer.parseInt(line.substring(8));
    }
}
