package org.sekisho.extensions.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class StrictArchiveTest {

    private static final byte[] JUNK = "junk".getBytes(StandardCharsets.US_ASCII);

    private final JarSmith smith = JarSmith.of("META-INF/", "META-INF/MANIFEST.MF", "a/A.class", "b.txt");

    @Test
    void soundArchiveIsStrictAndKeepsItsContent() {
        Structure structure = Structure.of(smith.forge());
        assertThat(structure).isInstanceOf(Structure.Strict.class);
        assertThat(structure.entries())
                .extracting(ArchiveEntry::name)
                .containsExactly("META-INF/", "META-INF/MANIFEST.MF", "a/A.class", "b.txt");
        assertThat(new String(structure.entries().get(3).content(), StandardCharsets.UTF_8))
                .isEqualTo("content of b.txt");
    }

    @Test
    void emptyArchiveIsStrict() {
        assertThat(Found.in(new JarSmith())).isEmpty();
    }

    @Test
    void whatIsNoZipIsRefused() {
        assertThat(Found.in(JUNK)).containsExactly("structure.no-zip");
        assertThat(Found.in(new byte[0])).containsExactly("structure.no-zip");
    }

    @Test
    void bytesBeforeTheFirstEntryAreRefused() {
        smith.prefix = JUNK;
        assertThat(Found.in(smith)).containsExactly("structure.prefix");
    }

    @Test
    void prefixWithUnadjustedOffsetsIsRefused() {
        byte[] jar = smith.forge();
        byte[] shifted = new byte[jar.length + 4];
        System.arraycopy(JUNK, 0, shifted, 0, 4);
        System.arraycopy(jar, 0, shifted, 4, jar.length);
        assertThat(Found.in(shifted)).isNotEmpty();
    }

    @Test
    void bytesAfterTheEndAreRefused() {
        smith.trailing = JUNK;
        assertThat(Found.in(smith)).containsExactly("structure.trailing");
    }

    @Test
    void commentIsRefused() {
        smith.comment = JUNK;
        assertThat(Found.in(smith)).containsExactly("structure.comment");
    }

    @Test
    void archiveAppendedToAnotherIsRefused() {
        byte[] first = smith.forge();
        smith.prefix = first;
        assertThat(Found.in(smith)).containsExactly("structure.prefix");
    }

    @Test
    void bytesBetweenEntriesAreRefused() {
        assertThat(Found.in(smith.but(p -> p.gapBefore = JUNK))).containsExactly("structure.gap");
    }

    @Test
    void bytesBetweenTheLastEntryAndTheDirectoryAreRefused() {
        smith.beforeDirectory = JUNK;
        assertThat(Found.in(smith)).containsExactly("structure.unlisted");
    }

    @Test
    void entryThatTheDirectoryDoesNotListIsRefused() {
        byte[] hidden = JarSmith.of("hidden.class").forge();
        smith.beforeDirectory = Arrays.copyOf(hidden, hidden.length / 2);
        assertThat(Found.in(smith)).contains("structure.unlisted");
    }

    @Test
    void entriesThatShareBytesAreRefused() {
        JarSmith twice = JarSmith.of("a", "b");
        int first = 30 + 1 + twice.pieces.get(0).packed.length;
        twice.but(p -> p.offsetBy = -first);
        assertThat(Found.in(twice)).contains("structure.overlap", "structure.unlisted");
    }

    @Test
    void bytesBetweenDirectoryAndEndAreRefused() {
        smith.beforeEnd = JUNK;
        assertThat(Found.in(smith)).containsExactly("structure.directory");
    }

    @Test
    void directoryWithFewerEntriesThanItHoldsIsRefused() {
        smith.countBy = -1;
        assertThat(Found.in(smith)).contains("structure.directory");
    }

    @Test
    void directoryWithMoreEntriesThanItHoldsIsRefused() {
        smith.countBy = 1;
        assertThat(Found.in(smith)).containsExactly("structure.directory-entry");
    }

    @Test
    void directoryElsewhereIsRefused() {
        smith.startBy = 3;
        assertThat(Found.in(smith)).isNotEmpty();
    }

    @Test
    void severalDisksAreRefused() {
        smith.disk = 1;
        assertThat(Found.in(smith)).containsExactly("structure.disks");
    }

    @Test
    void zip64IsRefused() {
        ByteArrayOutputStream locator = new ByteArrayOutputStream();
        JarSmith.put(locator, 0x07064b50L, 4);
        locator.writeBytes(new byte[16]);
        smith.beforeEnd = locator.toByteArray();
        assertThat(Found.in(smith)).containsExactly("structure.zip64");
    }

    @Test
    void cutArchiveIsRefusedAtEveryLength() {
        byte[] jar = smith.forge();
        for (int length = 0; length < jar.length; length++) {
            assertThat(Found.in(Arrays.copyOf(jar, length)))
                    .as("%d bytes", length)
                    .isNotEmpty();
        }
    }
}
