package org.sekisho.extensions.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StrictEntryTest {

    private static final byte[] TEXT = "plain text, plain text, plain text".getBytes(StandardCharsets.US_ASCII);

    @Test
    void storedEntryIsStrict() {
        Structure structure = Structure.of(
                new JarSmith().add("a", TEXT).but(p -> p.store(TEXT)).forge());
        assertThat(structure.findings()).isEmpty();
        assertThat(structure.entries().get(0).content()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void descriptorThatAgreesIsStrict(boolean signed) {
        assertThat(Found.in(new JarSmith()
                        .add("a", TEXT)
                        .but(p -> p.describe(signed))
                        .add("b", TEXT)))
                .isEmpty();
    }

    @Test
    void descriptorUnlikeTheDirectoryIsRefused() {
        refused("structure.descriptor", p -> {
            p.describe(true);
            p.descriptor[4]++;
        });
    }

    @Test
    void missingDescriptorIsRefused() {
        assertThat(Found.in(new JarSmith()
                        .add("a", TEXT)
                        .but(p -> {
                            p.describe(true);
                            p.descriptor = new byte[0];
                        })
                        .add("b", TEXT)))
                .contains("structure.descriptor");
    }

    @Test
    void storedEntryWithDescriptorIsRefused() {
        refused("structure.stored-descriptor", p -> {
            p.store(TEXT);
            p.describe(true);
        });
    }

    @Test
    void otherNameInTheLocalHeaderIsRefused() {
        refused("structure.local-unlike", p -> p.localName = "z".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void otherTimeInTheLocalHeaderIsRefused() {
        refused("structure.local-unlike", p -> p.localTime = 1);
    }

    @Test
    void otherFlagsInTheLocalHeaderAreRefused() {
        refused("structure.local-unlike", p -> p.localFlags = CentralHeader.UTF8);
    }

    @Test
    void otherChecksumInTheLocalHeaderIsRefused() {
        refused("structure.local-unlike", p -> p.localCrc = 7);
    }

    @Test
    void otherSizeInTheLocalHeaderIsRefused() {
        refused("structure.local-unlike", p -> p.localSize = 7);
    }

    @Test
    void encryptedEntryIsRefused() {
        refused("structure.encrypted", p -> p.flags = 1);
    }

    @Test
    void unknownFlagIsRefused() {
        refused("structure.flags", p -> p.flags = 1 << 5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 12, 14, 93, 99})
    void otherMethodIsRefused(int method) {
        refused("structure.method", p -> p.method = method);
    }

    @Test
    void wrongChecksumIsRefused() {
        refused("structure.crc", p -> p.crc ^= 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 1000})
    void declaredSizeUnlikeTheRealOneIsRefused(int by) {
        refused("structure.size", p -> p.size += by);
    }

    @Test
    void bytesBehindTheDeflatedStreamAreRefused() {
        refused("structure.size", p -> {
            p.packed = Arrays.copyOf(p.packed, p.packed.length + 5);
            p.packedSize = p.packed.length;
        });
    }

    @Test
    void contentThatDoesNotInflateIsRefused() {
        refused("structure.deflate", p -> p.packed[0] = (byte) 0xff);
    }

    @Test
    void symbolicLinkIsRefused() {
        refused("structure.symlink", p -> p.external = 0xa1ffL << 16);
    }

    @Test
    void deviceIsRefused() {
        refused("structure.file-type", p -> p.external = 0x2000L << 16);
    }

    @Test
    void folderThatIsAFileIsRefused() {
        assertThat(Found.in(JarSmith.of("a/").but(p -> p.external = 0x8000L << 16)))
                .containsExactly("structure.file-type");
    }

    /** Plexus wrote that for years. */
    @Test
    void folderOfUnknownModeIsStrict() {
        assertThat(Found.in(JarSmith.of("a/").but(p -> p.external = 0xffffL << 16)))
                .isEmpty();
        refused("structure.file-type", p -> p.external = 0xffffL << 16);
    }

    @Test
    void folderWithContentIsRefused() {
        assertThat(Found.in(new JarSmith().add("a/", TEXT))).containsExactly("structure.folder-content");
    }

    @Test
    void commentOfAnEntryIsRefused() {
        refused("structure.entry-comment", p -> p.comment = TEXT);
    }

    @Test
    void entryOnAnotherDiskIsRefused() {
        refused("structure.disks", p -> p.disk = 2);
    }

    @Test
    void zip64SizesAreRefusedInEitherHeader() {
        byte[] zip64 = {1, 0, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8};
        refused("structure.zip64-entry", p -> p.extra = zip64);
        refused("structure.zip64-entry", p -> p.localExtra = zip64);
    }

    @Test
    void secondNameInAnExtraFieldIsRefused() {
        refused("structure.extra", p -> p.extra = new byte[] {0x75, 0x70, 1, 0, 1});
    }

    @Test
    void brokenExtraFieldIsRefused() {
        refused("structure.extra-broken", p -> p.localExtra = new byte[] {9, 9, 9, 9, 9});
    }

    @Test
    void harmlessExtraFieldIsStrict() {
        assertThat(Found.in(new JarSmith()
                        .add("a", TEXT)
                        .but(p -> p.extra = new byte[] {(byte) 0xfe, (byte) 0xca, 0, 0})))
                .isEmpty();
    }

    private static void refused(String key, Consumer<JarSmith.Piece> lie) {
        assertThat(Found.in(new JarSmith().add("a", TEXT).but(lie))).contains(key);
    }
}
