package org.sekisho.extensions.jar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NestedJarTest {

    private static final String ON_CLASS_PATH =
            "Manifest-Version: 1.0\r\nBundle-ClassPath: .,lib/inner.jar;x=\"a,b\"\r\n\r\n";

    @Test
    void nestedJarOnTheClassPathIsReadToo() {
        Structure structure =
                Structure.of(outer(ON_CLASS_PATH, JarSmith.of("in/Inner.class").forge()));
        assertThat(structure.findings()).isEmpty();
        assertThat(structure.nested()).singleElement().satisfies(nested -> {
            assertThat(nested.name()).isEqualTo("lib/inner.jar");
            assertThat(nested.entries()).extracting(ArchiveEntry::name).containsExactly("in/Inner.class");
        });
    }

    @Test
    void nestedJarElsewhereIsRefused() {
        byte[] jar = outer("Manifest-Version: 1.0\n\n", JarSmith.of("x").forge());
        assertThat(Found.in(jar)).containsExactly("structure.nested");
    }

    @Test
    void nestedJarUnderAnotherNameIsRefused() {
        byte[] jar = new JarSmith().add("logo.png", JarSmith.of("x").forge()).forge();
        assertThat(Found.in(jar)).containsExactly("structure.nested");
    }

    @Test
    void faultOfANestedJarIsTheOuterOnes() {
        JarSmith inner = JarSmith.of("x");
        inner.trailing = new byte[3];
        assertThat(Found.in(outer(ON_CLASS_PATH, inner.forge()))).containsExactly("structure.trailing");
    }

    @Test
    void jarsInJarsInJarsAreRefused() {
        byte[] inner = outer(ON_CLASS_PATH, JarSmith.of("x").forge());
        assertThat(Found.in(outer(ON_CLASS_PATH, inner))).containsExactly("structure.nested-deep");
    }

    @Test
    void nestedBombMeetsTheOuterTotal() {
        JarSmith inner = new JarSmith().add("zeros", new byte[1 << 20]).add("more", new byte[1 << 20]);
        Limits limits = new Limits(1 << 20, 100, 2L << 20, 200, 2);
        assertThat(Structure.of(outer(ON_CLASS_PATH, inner.forge()), limits).findings())
                .extracting(Finding::key)
                .containsExactly("structure.total");
    }

    private static byte[] outer(String manifest, byte[] inner) {
        return new JarSmith()
                .add("META-INF/MANIFEST.MF", manifest)
                .add("lib/inner.jar", inner)
                .forge();
    }
}
