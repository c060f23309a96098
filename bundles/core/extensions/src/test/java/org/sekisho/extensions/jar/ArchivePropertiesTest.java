package org.sekisho.extensions.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.sekisho.extensions.facts.JarFacts;

/** What holds for every jar and every manifest, not just for those that somebody thought of. */
final class ArchivePropertiesTest {

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> step =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(6);
        return step.list().ofMinSize(1).ofMaxSize(3).map(steps -> String.join("/", steps) + ".txt");
    }

    @Property(tries = 100)
    void whatOrdinaryToolsWriteIsReadAsItWasWritten(
            @ForAll @Size(max = 8) @UniqueElements List<@From("names") String> names,
            @ForAll @Size(max = 300) byte[] content,
            @ForAll @IntRange(max = 9) int level)
            throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(jar)) {
            zip.setLevel(level);
            for (String name : names) {
                byte[] each =
                        (name + new String(content, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.UTF_8);
                files.put(name, each);
                zip.putNextEntry(new ZipEntry(name));
                zip.write(each);
            }
        }
        Structure structure = Structure.of(jar.toByteArray());
        assertThat(structure.findings()).isEmpty();
        assertThat(structure.entries()).extracting(ArchiveEntry::name).containsExactlyElementsOf(names);
        structure.entries().forEach(entry -> assertThat(entry.content()).isEqualTo(files.get(entry.name())));
    }

    @Property(tries = 1000)
    void aJarThatIsStillStrictAfterAnyChangeIsReadAlikeByAStream(
            @ForAll @IntRange(max = 400) int at,
            @ForAll byte value,
            @ForAll @IntRange(max = 400) int at2,
            @ForAll byte value2)
            throws IOException {
        byte[] jar = JarSmith.of("META-INF/MANIFEST.MF", "a/b.txt", "c.txt").forge();
        jar[at % jar.length] = value;
        jar[at2 % jar.length] = value2;
        if (Structure.of(jar) instanceof Structure.Strict strict) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
                for (ArchiveEntry entry : strict.entries()) {
                    assertThat(zip.getNextEntry().getName()).isEqualTo(entry.name());
                    assertThat(zip.readAllBytes()).isEqualTo(entry.content());
                }
                assertThat(zip.getNextEntry()).isNull();
            }
        }
    }

    @Property(tries = 1000)
    void anyBytesAreAnAnswer(@ForAll @Size(max = 400) byte[] bytes) {
        assertThat(JarFacts.read(bytes).findings()).isNotEmpty();
    }

    /** The JDK folds at 72 bytes, wherever that is in a character. */
    @Property(tries = 200)
    void aManifestThatTheJdkWroteIsReadAsItWasWritten(
            @ForAll @StringLength(min = 1, max = 300) @From("values") String value) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        manifest.getMainAttributes().putValue("Bundle-Name", value);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        BundleManifest read = BundleManifest.read(bytes.toByteArray());
        assertThat(read.findings()).isEmpty();
        assertThat(read.header("Bundle-Name")).isEqualTo(value.strip());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings()
                .withChars("aZ0 ;:=,\"'.*\u00e9\u65e5\u672c\u3042")
                .ofMinLength(1)
                .ofMaxLength(300);
    }
}
