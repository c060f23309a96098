package org.sekisho.publishing.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.json.StrictJson;
import org.sekisho.publishing.AllowRequest;
import org.sekisho.publishing.Allowed;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.Revocation;
import org.sekisho.publishing.jar.Jars;

class ListsTest {
    @TempDir
    Path folder;

    private TestShop shop;
    private Kept lists;

    /** The workspace, and the entries of its lists. */
    private record Kept(WorkspaceFolder folder) {
        List<JsonObject> entries() throws Exception {
            return folder.draft().read().entries();
        }

        List<JsonObject> revoked() throws Exception {
            return folder.draft().read().revoked();
        }
    }

    @BeforeEach
    void openShop() throws Exception {
        shop = new TestShop(folder);
        lists = new Kept(shop.workspace());
    }

    @Test
    void entryHoldsWhoLookedAndWhatTheyFound() throws Exception {
        AllowRequest request =
                shop.request(shop.signed("guest", "1.0.0", "Import-Package: org.sekisho.api.checkout\n"));
        shop.workspace().allow(request);

        JsonObject entry = lists.entries().get(0);
        assertThat(entry.get("sha256").getAsString()).isEqualTo(request.sha256());
        assertThat(entry.getAsJsonObject("publisher").get("name").getAsString()).isEqualTo("Corner");
        assertThat(entry.get("imports")).hasToString("[\"org.sekisho.api.checkout\"]");
        assertThat(entry.get("file").getAsString()).isEqualTo("guest-1.0.0.jar");
        JsonObject evidence = entry.getAsJsonArray("evidence").get(0).getAsJsonObject();
        assertThat(evidence.get("verifier").getAsString()).isEqualTo("tests 1");
        assertThat(evidence.get("avEngine").getAsString()).isEqualTo("ClamAV");
        assertThat(evidence.get("avVerdict").getAsString()).isEqualTo("CLEAN");
        assertThat(Instant.parse(evidence.get("time").getAsString()))
                .isEqualTo(request.evidence().time());
    }

    @Test
    void newVersionIsComparedWithTheOneBefore() throws Exception {
        shop.workspace().allow(shop.request(shop.signed("guest", "1.0.0", "")));
        AllowRequest request =
                granting(shop.request(shop.signed("guest", "1.1.0", "Import-Package: javax.crypto\n")), "PROCESS");

        Allowed allowed = shop.workspace().allow(request);

        assertThat(allowed.before()).isEqualTo("1.0.0");
        assertThat(allowed.newPowers()).containsExactly("PROCESS");
        assertThat(allowed.red()).containsExactly("PROCESS");
        assertThat(allowed.newImports()).containsExactly("javax.crypto");
        assertThat(lists.entries()).hasSize(2);
    }

    @Test
    void unsignedJarIsNotListed() throws Exception {
        Path jar = Jars.bundle(folder, "guest", "");

        refused(shop.request(jar), "UNSIGNED guest-1.0.jar");
    }

    @Test
    void grantSmallerThanTheCodeNeedsIsRefused() throws Exception {
        // A class file that cannot be read might do anything.
        Path jar = Jars.jar(
                folder.resolve("odd.jar"), Jars.manifest("odd", ""), java.util.Map.of("a/Odd.class", "no class"));
        Files.write(jar, shop.workspace().sign(jar, TestShop.KNOWN));

        refused(granting(shop.request(jar)), "POWERS_EXCEEDED odd.jar");
    }

    @Test
    void sameVersionWithOtherBytesIsRefused() throws Exception {
        shop.workspace().allow(shop.request(shop.signed("guest", "1.0.0", "")));
        Path other = shop.signed("guest", "1.0.0", "Bundle-Name: Other\n");

        assertThatThrownBy(() -> shop.workspace().allow(shop.request(other)))
                .isInstanceOf(PublishingFault.class)
                .hasMessageContaining("listed already, with other bytes");
        assertThat(lists.entries()).hasSize(1);
    }

    @Test
    void jarThatChangedAfterVettingIsRefused() throws Exception {
        AllowRequest vetted = shop.request(shop.signed("guest", "1.0.0", ""));
        shop.signed("guest", "1.0.0", "Bundle-Name: Other\n");

        refused(vetted, "changed while it was vetted");
    }

    @Test
    void pluginThatImportsTheJournalIsRefused() throws Exception {
        refused(
                shop.request(shop.signed("guest", "1.0.0", "Import-Package: org.sekisho.journal\n")),
                "would be refused");
    }

    @Test
    void revokedPluginStaysListedAndIsWithdrawn() throws Exception {
        AllowRequest request = shop.request(shop.signed("guest", "1.0.0", ""));
        shop.workspace().allow(request);

        assertThat(shop.workspace().revoke("guest", Revocation.OFF_NOW, "it leaks"))
                .containsExactly("guest 1.0.0");

        assertThat(lists.revoked()).hasSize(1);
        assertThat(lists.revoked().get(0).get("sha256").getAsString()).isEqualTo(request.sha256());
        assertThat(lists.revoked().get(0).get("level").getAsString()).isEqualTo("off-now");
        assertThat(lists.entries()).hasSize(1);
    }

    @Test
    void reasonOfManyLinesReads() throws Exception {
        shop.workspace().allow(shop.request(shop.signed("guest", "1.0.0", "")));
        shop.workspace().revoke("guest", Revocation.OFF_NOW, "it leaks\n\"everywhere\"");
        shop.publish();

        byte[] revocations = shop.taken(shop.firstRoot()).document("revocations.json");
        assertThat(StrictJson.read("revocations.json", revocations, 1 << 20)
                        .objects("revoked")
                        .get(0)
                        .text("reason"))
                .isEqualTo("it leaks\n\"everywhere\"");
    }

    @Test
    void partOfTheRegisterIsRevokedOnlyWithItsReplacement() throws Exception {
        AllowRequest old = core(shop.request(shop.signed("till", "1.0.0", "")));
        shop.workspace().allow(old);
        for (String what : List.of("till", old.sha256())) {
            assertThatThrownBy(() -> shop.workspace().revoke(what, Revocation.OFF_NOW, ""))
                    .isInstanceOf(PublishingFault.class)
                    .hasMessageContaining("only together with a listed replacement");
        }
        assertThat(lists.revoked()).isEmpty();

        shop.workspace().allow(core(shop.request(shop.signed("till", "1.1.0", ""))));
        assertThat(shop.workspace().revoke("till", Revocation.OFF_NOW, "")).containsExactly("till 1.0.0");
    }

    @Test
    void nothingIsRevokedThatIsNotListed() {
        assertThatThrownBy(() -> shop.workspace().revoke("stranger", Revocation.OFF_NOW, ""))
                .isInstanceOf(PublishingFault.class)
                .hasMessageContaining("not listed here");
    }

    @Test
    void listsOfAPublishedRepositoryCanBeTakenUpAgain() throws Exception {
        shop.workspace().allow(shop.request(shop.signed("guest", "1.0.0", "")));
        shop.publish();
        shop.workspace().allow(shop.request(shop.signed("forgotten", "1.0.0", "")));

        shop.workspace().begin(shop.site());

        assertThat(lists.entries()).hasSize(1);
    }

    @Test
    void repositoryThatDoesNotHoldIsNotTakenUp() throws Exception {
        shop.publish();
        Path targets = shop.site().resolve("metadata/1.targets.json");
        Files.writeString(targets, Files.readString(targets).replace("allowlist", "allowl1st"));

        assertThatThrownBy(() -> shop.workspace().begin(shop.site()))
                .isInstanceOf(PublishingFault.class)
                .hasMessageContaining("does not hold");
    }

    private void refused(AllowRequest request, String why) throws Exception {
        assertThatThrownBy(() -> shop.workspace().allow(request))
                .isInstanceOf(PublishingFault.class)
                .hasMessageContaining(why);
        assertThat(lists.entries()).isEmpty();
    }

    private static AllowRequest granting(AllowRequest request, String... powers) {
        return new AllowRequest(
                request.jar(), request.sha256(), request.plugin(), Optional.of(List.of(powers)), request.evidence());
    }

    private static AllowRequest core(AllowRequest request) {
        return new AllowRequest(request.jar(), request.sha256(), false, request.granted(), request.evidence());
    }
}
