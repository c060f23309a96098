package org.sekisho.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library that made this necessary is the one that it is tried on. */
class PlatformModuleTest {
    @TempDir
    Path folder;

    private Path original;
    private Path plain;

    @BeforeEach
    void makePlain() throws Exception {
        original = Path.of(BouncyCastleProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        plain = Files.write(folder.resolve("plain.jar"), PlatformModule.of(original));
    }

    private static ModuleDescriptor descriptor(Path jar) {
        return ModuleFinder.of(jar).findAll().iterator().next().descriptor();
    }

    @Test
    void theModuleIsTheSameToWhoeverUsesIt() {
        assertThat(descriptor(plain).name()).isEqualTo("org.bouncycastle.provider");
        assertThat(descriptor(plain).exports()).isEqualTo(descriptor(original).exports());
        assertThat(descriptor(plain).requires()).isEqualTo(descriptor(original).requires());
        assertThat(descriptor(plain).provides()).isEqualTo(descriptor(original).provides());
        assertThat(descriptor(plain).packages())
                .containsAll(descriptor(original).packages());
    }

    @Test
    void serialPortsAreExportedToTheGateAlone() throws Exception {
        Path ports = Path.of(Class.forName("com.fazecast.jSerialComm.SerialPort")
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        ModuleDescriptor closed = descriptor(Files.write(folder.resolve("ports.jar"), PlatformModule.of(ports)));
        assertThat(closed.exports())
                .isNotEmpty()
                .allMatch(export -> export.targets().equals(Set.of("org.sekisho.gate")));
        assertThat(closed.opens()).isEmpty();
        assertThat(closed.isOpen()).isFalse();
    }

    @Test
    void oneVersionOfEachClassAndNoSignatureIsLeft() throws Exception {
        try (JarFile jar = new JarFile(plain.toFile());
                Stream<String> names = jar.stream().map(entry -> entry.getName())) {
            assertThat(names)
                    .contains(
                            "module-info.class",
                            "org/bouncycastle/jcajce/provider/asymmetric/util/NamedParameterSpecUtil.class")
                    .noneMatch(name -> name.startsWith("META-INF/versions/") || name.endsWith(".SF"));
            assertThat(jar.isMultiRelease()).isFalse();
            assertThat(jar.getManifest().getEntries()).isEmpty();
        }
    }

    @Test
    void theSameJarMakesTheSameBytes() throws Exception {
        assertThat(PlatformModule.of(original)).isEqualTo(Files.readAllBytes(plain));
    }

    @Test
    void aJarThatIsNoModuleStaysAsItIs() throws Exception {
        Path other = Jars.bundle(folder, "other", "");
        assertThat(PlatformModule.of(other)).isEqualTo(Files.readAllBytes(other));
    }
}
