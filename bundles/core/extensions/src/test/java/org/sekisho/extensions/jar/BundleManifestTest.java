package org.sekisho.extensions.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class BundleManifestTest {

    @Test
    void headersAreReadWithoutTheirParameters() {
        BundleManifest manifest = read("""
                Manifest-Version: 1.0
                Bundle-SymbolicName: com.example.loyalty; singleton:=true
                Bundle-Version: 2.3.0
                Import-Package: a.b;version="[1,2)",c.d;resolution:=optional;x="p,q
                 ;r",e.f;g.h;version=1

                Name: x
                Import-Package: not.main
                """);
        assertThat(manifest.symbolicName()).isEqualTo("com.example.loyalty");
        assertThat(manifest.version()).isEqualTo("2.3.0");
        assertThat(manifest.imports()).containsExactly("a.b", "c.d", "e.f", "g.h");
        assertThat(manifest.findings()).isEmpty();
    }

    @Test
    void headerNamesHaveNoCase() {
        assertThat(read("fragment-host: system.bundle\n").has("Fragment-Host")).isTrue();
    }

    @Test
    void characterAcrossTwoLinesIsWhole() {
        byte[] name = "Bundle-Name: 関".getBytes(StandardCharsets.UTF_8);
        String latin = new String(name, StandardCharsets.ISO_8859_1);
        String broken = latin.substring(0, 14) + "\n " + latin.substring(14) + "\n";
        assertThat(BundleManifest.read(broken.getBytes(StandardCharsets.ISO_8859_1))
                        .header("Bundle-Name"))
                .isEqualTo("関");
    }

    @Test
    void headerThatStandsTwiceIsRefused() {
        assertThat(read("Import-Package: a\nimport-package: b\n").findings())
                .extracting(Finding::key)
                .containsExactly("structure.manifest-twice");
    }

    @Test
    void lineThatIsNoHeaderIsRefused() {
        assertThat(read("Manifest-Version: 1.0\nFragment-Host\n").findings())
                .extracting(Finding::key)
                .containsExactly("structure.manifest-line");
    }

    @Test
    void loneCarriageReturnIsRefused() {
        assertThat(read("Manifest-Version: 1.0\rFragment-Host: x\n").findings())
                .extracting(Finding::key)
                .containsExactly("structure.manifest-line-ends");
    }

    @Test
    void zeroByteIsRefused() {
        assertThat(read("Manifest-Version: 1.0\n\0\n").findings())
                .extracting(Finding::key)
                .contains("structure.manifest-line-ends");
    }

    private static BundleManifest read(String text) {
        return BundleManifest.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
