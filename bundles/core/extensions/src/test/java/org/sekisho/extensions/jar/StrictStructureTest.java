package org.sekisho.extensions.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.extensions.facts.JarFacts;
import org.sekisho.extensions.jar.JarSmith.Piece;
import org.sekisho.extensions.plugin.PluginManifest;
import org.sekisho.gate.view.RefusalCode;

/** The list of what strict structure refuses, row by row in the order in which the design has it, each with a jar that does it. */
final class StrictStructureTest {

    private static final byte[] TEXT = "plain text, plain text, plain text".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] JUNK = {1, 2, 3};
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    static Stream<Arguments> everyJar() {
        return Stream.of(
                row("prefix bytes", "prefix", jar(smith -> smith.prefix = JUNK)),
                row("trailing bytes", "trailing", jar(smith -> smith.trailing = JUNK)),
                row("symlinks", "symlink", entry(p -> p.external = 0xa1ffL << 16)),
                row("absolute paths", "name-absolute", named("/etc/passwd")),
                row("absolute paths of Windows", "name-absolute", named("C:/x")),
                row(".. in a path", "name-dots", named("a/../../x")),
                row("a backslash in a path", "name-backslash", named("a\\x")),
                row("a control character in a path", "name-control", named("a\u001b[2J")),
                row("a character that turns the direction", "name-control", named("a\u202etxt.class")),
                row("a method other than stored and deflate", "method", entry(p -> p.method = 12)),
                row("a local name unlike the directory's", "local-unlike", entry(p -> p.localName = JUNK)),
                row("local sizes unlike the directory's", "local-unlike", entry(p -> p.localSize = 7)),
                row("an entry in no directory", "unlisted", jar(smith -> smith.beforeDirectory = hidden())),
                row("bytes between entries", "gap", jar(smith -> smith.but(p -> p.gapBefore = JUNK))),
                row("entries that overlap", "overlap", overlapping()),
                row("duplicate names", "duplicate", JarSmith.of("a", "a").forge()),
                row(
                        "names that differ in case",
                        "collision",
                        JarSmith.of("a/B", "a/b").forge()),
                row(
                        "names that differ in composition",
                        "collision",
                        JarSmith.of("\u00e9", "e\u0301").forge()),
                row("a manifest that is not first where it is signed", "manifest-first", lateManifest()),
                row("a zip comment", "comment", jar(smith -> smith.comment = JUNK)),
                row("a nested jar not on the Bundle-ClassPath", "nested", nested("lib/other.jar", sound())),
                row("any of these in a nested jar that is", "symlink", nested("lib/a.jar", link())),
                row("jars inside jars inside jars", "nested-deep", nested("lib/a.jar", nested("lib/a.jar", sound()))),
                row("encrypted entries", "encrypted", entry(p -> p.flags = 1)),
                row("strongly encrypted entries", "encrypted", entry(p -> p.flags = 1 << 6)),
                row("zip64 sizes in an entry, agreeing or not", "zip64-entry", entry(p -> p.extra = zip64Sizes())),
                row("a zip64 directory, agreeing or not", "zip64", jar(smith -> smith.beforeEnd = zip64Locator())),
                row("a declared size unlike the real one", "size", entry(p -> p.size = 1000)),
                row("a checksum unlike the real one", "crc", entry(p -> p.crc ^= 1)),
                row("a data descriptor that disagrees", "descriptor", entry(StrictStructureTest::lyingDescriptor)),
                row("a second name in an extra field", "extra", entry(p -> p.extra = new byte[] {0x75, 0x70, 1, 0, 1})),
                row("a manifest that says a header twice", "manifest-twice", manifest("A: 1\r\nA: 2\r\n\r\n")),
                row("a manifest that readers split differently", "manifest-line-ends", manifest("A: 1\rB: 2\r\n\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyJar(String what, String rule, byte[] jar) {
        assertThat(JarFacts.read(jar).findings())
                .as(what)
                .filteredOn(finding -> finding.key().equals("structure." + rule))
                .isNotEmpty()
                .allMatch(finding -> finding.code() == RefusalCode.STRUCTURE);
    }

    static Stream<Arguments> bounded() {
        return Stream.of(
                row(
                        "more than a bounded number of entries",
                        "entries",
                        JarSmith.of("a", "b", "c", "d").forge()),
                row("more than a bounded ratio", "ratio", zeros(2)),
                row("more than a bounded total", "total", zeros(1, 1, 1)),
                row("more than a bounded file", "file-size", new byte[10_001]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bounded(String what, String rule, byte[] jar) {
        Limits narrow = new Limits(10_000, 3, 5L << 19, 200, 2);
        assertThat(Structure.of(jar, narrow).findings())
                .as(what)
                .extracting(Finding::key)
                .contains("structure." + rule);
    }

    static Stream<Arguments> pluginsOnly() {
        return Stream.of(
                row("Fragment-Host", "header", manifest("Fragment-Host: org.sekisho.checkout\r\n")),
                row("Bundle-NativeCode", "header", manifest("Bundle-NativeCode: x.so\r\n")),
                row("DynamicImport-Package", "header", manifest("DynamicImport-Package: *\r\n")),
                row(
                        "framework extensions",
                        "header",
                        manifest("Fragment-Host: system.bundle; extension:=framework\r\n")),
                row("extensions' activators", "header", manifest("ExtensionBundle-Activator: x.Y\r\n")),
                row("imports outside what its entry grants", "import-not-granted", manifest("Import-Package: c.d\r\n")),
                row("imports behind the api", "import", manifest("Import-Package: org.sekisho.storage\r\n")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void pluginsOnly(String what, String rule, byte[] jar) {
        assertThat(PluginManifest.check(JarFacts.read(jar).manifest(), List.of("a.b")))
                .as(what)
                .filteredOn(finding -> finding.key().equals("plugin." + rule))
                .isNotEmpty()
                .allMatch(finding -> finding.code() == RefusalCode.STRUCTURE);
    }

    @Test
    void theSameJarsWithoutTheLieAreStrict() {
        assertThat(Found.in(sound())).isEmpty();
        assertThat(Found.in(nested("lib/a.jar", sound()))).isEmpty();
        assertThat(Found.in(
                        new JarSmith().add("a", TEXT).but(p -> p.describe(true)).add("b", TEXT)))
                .isEmpty();
        assertThat(PluginManifest.check(
                        JarFacts.read(manifest("Import-Package: a.b\r\n")).manifest(), List.of("a.b")))
                .isEmpty();
    }

    private static Arguments row(String what, String rule, byte[] jar) {
        return Arguments.of(what, rule, jar);
    }

    private static byte[] sound() {
        return JarSmith.of(MANIFEST, "a/A.class").forge();
    }

    private static byte[] jar(Consumer<JarSmith> lie) {
        JarSmith smith = JarSmith.of("META-INF/", MANIFEST, "a/A.class");
        lie.accept(smith);
        return smith.forge();
    }

    private static byte[] entry(Consumer<Piece> lie) {
        return new JarSmith().add("a", TEXT).but(lie).forge();
    }

    private static byte[] named(String name) {
        return JarSmith.of(name).forge();
    }

    private static byte[] manifest(String headers) {
        return new JarSmith()
                .add(MANIFEST, "Manifest-Version: 1.0\r\nBundle-SymbolicName: x\r\n" + headers)
                .forge();
    }

    private static byte[] link() {
        return entry(p -> p.external = 0xa1ffL << 16);
    }

    private static byte[] nested(String path, byte[] inner) {
        return new JarSmith()
                .add(MANIFEST, "Manifest-Version: 1.0\r\nBundle-ClassPath: .,lib/a.jar\r\n\r\n")
                .add(path, inner)
                .forge();
    }

    /** A local entry, complete, of which the directory knows nothing. */
    private static byte[] hidden() {
        byte[] other = JarSmith.of("hidden.class").forge();
        return Arrays.copyOf(other, 30 + 12 + JarSmith.of("hidden.class").pieces.get(0).packed.length);
    }

    private static byte[] overlapping() {
        JarSmith twice = JarSmith.of("a", "b");
        int first = 30 + 1 + twice.pieces.get(0).packed.length;
        return twice.but(p -> p.offsetBy = -first).forge();
    }

    private static byte[] lateManifest() {
        return JarSmith.of("a/A.class", MANIFEST, "META-INF/X.SF", "META-INF/X.EC")
                .forge();
    }

    private static byte[] zip64Sizes() {
        return new byte[] {1, 0, 16, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0};
    }

    private static byte[] zip64Locator() {
        ByteArrayOutputStream locator = new ByteArrayOutputStream();
        JarSmith.put(locator, 0x07064b50L, 4);
        locator.writeBytes(new byte[16]);
        return locator.toByteArray();
    }

    private static void lyingDescriptor(Piece piece) {
        piece.describe(true);
        piece.descriptor[4]++;
    }

    private static byte[] zeros(int... mebibytes) {
        JarSmith smith = new JarSmith();
        for (int i = 0; i < mebibytes.length; i++) {
            smith.add("zeros" + i, new byte[mebibytes[i] << 20]);
        }
        return smith.forge();
    }
}
