package org.sekisho.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.tuf.Digests;
import org.sekisho.publishing.PublishingFault;

class AssemblerTest {
    @TempDir
    Path folder;

    private TestBuild build;

    @BeforeEach
    void prepare() throws Exception {
        build = new TestBuild(folder);
    }

    @Test
    void onlyBundlesThatFeaturesNameAreDelivered() throws Exception {
        Published published = Published.of(build.assemble());

        assertThat(published.texts("allowlist.json", "entries", "symbolicName"))
                .containsExactly("shop.till", "shop.lamp");
    }

    @Test
    void bundlesStartInTheOrderOfTheFeatures() throws Exception {
        Published published = Published.of(build.assemble());

        assertThat(published.array("assembly.json", "bundles").asList())
                .extracting(element -> element.getAsString())
                .containsExactlyElementsOf(published.texts("allowlist.json", "entries", "sha256"));
    }

    @Test
    void entryTellsWhatTheBundleIs() throws Exception {
        JsonObject till = Published.of(build.assemble()).entries().get(0);

        assertThat(till.get("version").getAsString()).isEqualTo("1.0.0");
        assertThat(till.get("imports")).hasToString("[\"java.util\",\"org.shop.api\"]");
        assertThat(till.get("plugin").getAsBoolean()).isFalse();
        assertThat(till.getAsJsonObject("publisher").get("spkiSha256").getAsString())
                .isEqualTo(build.keys.publisher().spkiSha256());
    }

    @Test
    void pluginIsMarked() throws Exception {
        JsonObject lamp = Published.of(build.assemble()).entries().get(1);

        assertThat(lamp.get("plugin").getAsBoolean()).isTrue();
    }

    @Test
    void whatHasALaterStartLevelWaitsUntilTheRegisterServes() throws Exception {
        build.feature("lamp", "{\"id\":\"org.shop:shop.lamp:1.0\",\"bundleStartLevel\":2}", "{}");
        Published published = Published.of(build.assemble());

        assertThat(published.array("assembly.json", "serving"))
                .containsExactly(published.entries().get(1).get("sha256"));
    }

    @Test
    void pluginThatBreaksTheRulesFailsTheBuild() throws Exception {
        build.bundle("shop.lamp", "Import-Package: org.sekisho.checkout\n");

        assertThatThrownBy(build::assemble)
                .isInstanceOf(PublishingFault.class)
                .hasMessageContaining("a plugin may not import org.sekisho.checkout; of the register it sees"
                        + " org.sekisho.api packages only");
    }

    @Test
    void platformFilesAreListedByDigest() throws Exception {
        Installation register = build.assemble();

        assertThat(Published.of(register).texts("assembly.json", "platform", "file"))
                .containsExactlyInAnyOrder(
                        "lib/modules/shop.unused-1.0.jar",
                        "demo/items.csv",
                        "lib/register.options",
                        "bin/sekisho",
                        "sbom.cdx.json");
        assertThat(Published.of(register).texts("assembly.json", "platform", "sha256"))
                .contains(Digests.sha256(Files.readAllBytes(register.folder().resolve("bin/sekisho"))));
    }

    @Test
    void aJavaOfItsOwnIsDeliveredAndListedWithWhatTheSystemStarts() throws Exception {
        build.java("bin/java", "lib/modules");
        Installation register = build.assemble();

        assertThat(register.folder().resolve("lib/java/bin/java")).isExecutable();
        JsonArray platform = Published.of(register).array("assembly.json", "platform");
        assertThat(platform.asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .filter(file -> file.has("executable"))
                        .map(file -> file.get("file").getAsString()))
                .containsExactlyInAnyOrder("bin/sekisho", "lib/java/bin/java");
        assertThat(Published.of(register).texts("assembly.json", "platform", "file"))
                .contains("lib/java/lib/modules");
    }

    @Test
    void featuresPropertiesReachTheLauncher() throws Exception {
        assertThat(build.assemble().folder().resolve("lib/register.options")).hasContent("\"-Dcolor=deep blue\"\n");
    }

    @Test
    void bundleOfAnotherVersionLeavesTheOldRegisterStanding() throws Exception {
        Installation register = build.assemble();
        build.feature("lamp", "{\"id\":\"org.shop:shop.lamp:2.0\"}", "{}");

        assertThatThrownBy(build::assemble)
                .isInstanceOf(AssemblyFault.class)
                .hasMessageContaining("features/lamp.json names org.shop:shop.lamp:2.0");
        assertThat(Published.of(register).entries()).hasSize(2);
    }

    @Test
    void fileThatIsNoFeatureIsRefused() throws Exception {
        Files.writeString(folder.resolve("features/broken.json"), "{\"bundles\": 3}");

        assertThatThrownBy(build::assemble).isInstanceOf(AssemblyFault.class).hasMessageContaining("broken.json");
    }
}
