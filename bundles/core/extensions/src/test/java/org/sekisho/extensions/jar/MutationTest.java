package org.sekisho.extensions.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sekisho.extensions.facts.JarFacts;

/** Seeds are fixed: a failure comes again. */
@Timeout(60)
final class MutationTest {

    private static final int ROUNDS = 1_000;

    private final byte[] sound = JarSmith.of("META-INF/", "META-INF/MANIFEST.MF", "a/b/C.txt", "d/E.txt")
            .add("META-INF/X.SF", "Signature-Version: 1.0\r\n\r\n")
            .but(p -> p.describe(true))
            .add("lib/x.jar", JarSmith.of("inside").forge())
            .forge();

    @Test
    void anyChangeOfBytesIsAnAnswerNeverAnException() {
        Random random = new Random(20261122);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] jar = sound.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                jar[random.nextInt(jar.length)] = (byte) random.nextInt(256);
            }
            int seen = round;
            assertThatCode(() -> JarFacts.read(jar)).as("round %d", seen).doesNotThrowAnyException();
        }
    }

    @Test
    void randomBytesAreAnAnswerNeverAnException() {
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] jar = new byte[random.nextInt(300)];
            random.nextBytes(jar);
            assertThat(JarFacts.read(jar).findings()).isNotEmpty();
        }
    }

    @Test
    void everyChangedBitOfHeadersOrContentIsNoticedOrChangesNoFile() {
        Structure before = Structure.of(plain());
        long start = System.nanoTime();
        for (int at = 0; at < plain().length * 8; at++) {
            byte[] jar = plain();
            jar[at / 8] ^= (byte) (1 << (at % 8));
            Structure after = Structure.of(jar);
            if (after instanceof Structure.Strict) {
                assertThat(after.entries())
                        .usingRecursiveComparison()
                        .as("bit %d", at)
                        .isEqualTo(before.entries());
            }
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    private static byte[] plain() {
        return JarSmith.of("META-INF/MANIFEST.MF", "a/b/C.txt").forge();
    }
}
