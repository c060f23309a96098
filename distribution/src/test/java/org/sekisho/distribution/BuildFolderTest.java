package org.sekisho.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.feature.ID;

class BuildFolderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void buildHoldsOneJar() throws Exception {
        Path jar = folder.resolve("org/shop/till/1.0/till-1.0.jar");
        Files.createDirectories(jar.getParent());
        Files.createFile(jar);
    }

    @Test
    void jarIsFoundByItsCoordinates() throws Exception {
        assertThat(find("org.shop:till:1.0")).hasFileName("till-1.0.jar");
    }

    @Test
    void otherVersionIsNamedInTheRefusal() {
        assertThatThrownBy(() -> find("org.shop:till:2.0"))
                .isInstanceOf(AssemblyFault.class)
                .hasMessageContaining("features/x.json names org.shop:till:2.0, but the build uses version 1.0");
    }

    @Test
    void unknownJarIsRefused() {
        assertThatThrownBy(() -> find("org.shop:scale:1.0"))
                .isInstanceOf(AssemblyFault.class)
                .hasMessageContaining("which the build does not have");
    }

    private Path find(String coordinates) throws Exception {
        ID id = FeatureFolder.SERVICE.getIDfromMavenCoordinates(coordinates);
        return new BuildFolder(folder).jar(id, "features/x.json");
    }
}
