package org.sekisho.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.tuf.Digests;

class SoftwareBillTest {
    @TempDir
    Path folder;

    private TestBuild build;

    @BeforeEach
    void prepare() throws Exception {
        build = new TestBuild(folder);
    }

    private JsonObject bill() throws Exception {
        Path register = build.assemble().folder();
        return JsonParser.parseString(Files.readString(register.resolve(SoftwareBill.FILE)))
                .getAsJsonObject();
    }

    @Test
    void itNamesWhatWasDeliveredAndNothingElse() throws Exception {
        assertThat(bill().getAsJsonArray("components"))
                .extracting(component -> component.getAsJsonObject().get("name").getAsString())
                .containsExactly("shop.till", "shop.lamp", "shop.unused");
    }

    @Test
    void digestsAreThoseOfTheFilesInTheRegister() throws Exception {
        for (JsonElement each : bill().getAsJsonArray("components")) {
            JsonObject component = each.getAsJsonObject();
            String place = only(component, "properties").get("value").getAsString();
            String digest = Digests.sha256(Files.readAllBytes(folder.resolve("register/" + place)));
            assertThat(only(component, "hashes").get("content").getAsString()).isEqualTo(digest);
        }
    }

    @Test
    void dependenciesStayAmongWhatWasDelivered() throws Exception {
        JsonArray dependencies = bill().getAsJsonArray("dependencies");
        assertThat(dependencies.get(0)).hasToString("""
                {"ref":"corner-shop","dependsOn":["shop.till","shop.lamp","shop.unused"]}""");
        assertThat(dependencies.get(1)).hasToString("""
                {"ref":"shop.till","dependsOn":["shop.lamp"]}""");
        assertThat(dependencies).hasSize(2);
    }

    @Test
    void partsInsideAJarStandInsideItsComponent() throws Exception {
        Jars.jar(
                folder.resolve("build/org/shop/shop.till/1.0/shop.till-1.0.jar"),
                Jars.manifest("shop.till", ""),
                Map.of("META-INF/sbom/till.cdx.json", """
                        {"components": [{"type": "data", "name": "a font"}]}"""));
        JsonObject till = bill().getAsJsonArray("components").get(0).getAsJsonObject();
        assertThat(only(till, "components").get("name").getAsString()).isEqualTo("a font");
    }

    @Test
    void theRegisterVouchesForItsBill() throws Exception {
        assertThat(Published.of(build.assemble()).texts("assembly.json", "platform", "file"))
                .contains(SoftwareBill.FILE);
    }

    @Test
    void whatTheBuildDoesNotKnowIsNotDelivered() throws Exception {
        Files.writeString(
                folder.resolve("resolved.json"),
                Files.readString(folder.resolve("resolved.json")).replace("shop.lamp", "shop.lantern"));
        assertThatThrownBy(build::assemble)
                .isInstanceOf(AssemblyFault.class)
                .hasMessageContaining("bill of materials lacks org.shop:shop.lamp:1.0");
    }

    private static JsonObject only(JsonObject object, String array) {
        List<JsonElement> elements = object.getAsJsonArray(array).asList();
        assertThat(elements).hasSize(1);
        return elements.get(0).getAsJsonObject();
    }
}
