package org.sekisho.extensions.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LimitsTest {

    private static final Limits NARROW = new Limits(4_000, 3, 3L << 20, 200, 2);

    @Test
    void tooLongAFileIsNotLookedInto() {
        assertThat(found(new byte[4_001])).containsExactly("structure.file-size");
    }

    @Test
    void tooManyEntriesAreRefused() {
        assertThat(found(JarSmith.of("a", "b", "c").forge())).isEmpty();
        assertThat(found(JarSmith.of("a", "b", "c", "d").forge())).containsExactly("structure.entries");
    }

    @Test
    void bombIsNotInflated() {
        byte[] jar = new JarSmith().add("zeros", new byte[2 << 20]).forge();
        assertThat(found(jar)).contains("structure.ratio");
    }

    @Test
    void manySmallBombsMeetTheTotal() {
        JarSmith smith = new JarSmith();
        for (int i = 0; i < 3; i++) {
            smith.add("zeros" + i, new byte[1 << 20]);
        }
        smith.add("z", "one more");
        byte[] jar = smith.forge();
        Limits limits = new Limits(100_000, 10, 3L << 20, 200, 2);
        assertThat(Structure.of(jar, limits).findings())
                .extracting(Finding::key)
                .containsExactly("structure.total");
    }

    @Test
    void declaredSizeAloneCostsNoMemory() {
        JarSmith smith = JarSmith.of("a").but(p -> p.size = 1_000_000);
        assertThat(found(smith.forge())).contains("structure.size");
    }

    private static List<String> found(byte[] jar) {
        return Structure.of(jar, NARROW).findings().stream().map(Finding::key).toList();
    }
}
