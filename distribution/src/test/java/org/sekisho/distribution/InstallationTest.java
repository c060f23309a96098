package org.sekisho.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.tuf.Digests;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.Revocation;

class InstallationTest {
    @TempDir
    Path folder;

    private Installation register;
    private Path plugin;

    @BeforeEach
    void assemble() throws Exception {
        TestBuild build = new TestBuild(folder);
        build.assemble();
        register = Installation.copy(folder.resolve("register"), folder.resolve("copy"), build.keys);
        plugin = Jars.bundle(folder, "guest", "");
    }

    @Test
    void listedPluginIsNoPartOfTheAssembly() throws Exception {
        String sha256 = register.list(Candidate.plugin(plugin));
        register.publish();

        assertThat(Published.of(register).texts("allowlist.json", "entries", "sha256"))
                .contains(sha256);
        assertThat(Published.of(register).array("assembly.json", "bundles").toString())
                .doesNotContain(sha256);
    }

    @Test
    void deliveredPluginStartsLast() throws Exception {
        String sha256 = register.deliver(Candidate.plugin(plugin));
        register.publish();

        assertThat(Published.of(register)
                        .array("assembly.json", "bundles")
                        .get(2)
                        .getAsString())
                .isEqualTo(sha256);
    }

    @Test
    void unchangedJarKeepsItsDigest() throws Exception {
        assertThat(register.list(Candidate.plugin(plugin).unchanged()))
                .isEqualTo(Digests.sha256(Files.readAllBytes(plugin)));
    }

    @Test
    void grantedPowersAreTheOnesGiven() throws Exception {
        register.list(Candidate.plugin(plugin).granting(List.of("NETWORK")));
        register.publish();

        assertThat(Published.of(register)
                        .entries()
                        .get(2)
                        .getAsJsonObject("powers")
                        .get("granted"))
                .hasToString("[\"NETWORK\"]");
    }

    @Test
    void nothingCountsBeforeItIsPublished() throws Exception {
        register.list(Candidate.plugin(plugin));

        assertThat(Published.of(register).entries()).hasSize(2);
    }

    @Test
    void revocationSaysHowSoonAndWhy() throws Exception {
        register.revoke("00ff", Revocation.OFF_AT_DAY_CLOSE, "leaks");
        register.publish();

        assertThat(Published.of(register).array("revocations.json", "revoked"))
                .hasToString("[{\"level\":\"off-at-day-close\",\"reason\":\"leaks\",\"sha256\":\"00ff\"}]");
    }

    @Test
    void lockHoldsTheVersionsOfTheRelease() throws Exception {
        register.publish();

        JsonObject versions = JsonParser.parseString(
                        Files.readString(register.folder().resolve("lib/trust/lock.json")))
                .getAsJsonObject()
                .getAsJsonObject("versions");
        assertThat(register.folder().resolve("repository/metadata/" + versions.get("targets") + ".targets.json"))
                .exists();
    }

    @Test
    void lockSaysWhenTheRegisterWasPutTogether() throws Exception {
        register.publish();

        String time = JsonParser.parseString(Files.readString(register.folder().resolve("lib/trust/lock.json")))
                .getAsJsonObject()
                .get("time")
                .getAsString();
        assertThat(java.time.Instant.parse(time))
                .isBetween(java.time.Instant.now().minusSeconds(60), java.time.Instant.now());
    }

    @Test
    void approvalsGrowAndCarryBothSignatures() throws Exception {
        Path home = folder.resolve("home");
        register.approve(home, List.of(register.list(Candidate.plugin(Jars.bundle(folder, "guest", "")))));
        register.approve(home, List.of(register.list(Candidate.plugin(Jars.bundle(folder, "other", "")))));

        JsonObject approvals = approvals(home);
        assertThat(approvals.getAsJsonObject("signed").get("version").getAsInt())
                .isEqualTo(2);
        assertThat(approvals.getAsJsonObject("signed").getAsJsonArray("approved"))
                .hasSize(2)
                .allSatisfy(approval -> assertThat(approval.getAsJsonObject().getAsJsonArray("signatures"))
                        .hasSize(2));
        assertThat(approvals.getAsJsonArray("signatures")).hasSize(2);
    }

    @Test
    void oneApproverAloneGivesOneSignature() throws Exception {
        Path home = folder.resolve("home");
        register.approveAlone(home, List.of("aa"));

        assertThat(approvals(home).getAsJsonArray("signatures")).hasSize(1);
    }

    @Test
    void whatIsNoBundleIsRefused() throws Exception {
        Path jar = Jars.jar(folder.resolve("plain.jar"), "Manifest-Version: 1.0\n", java.util.Map.of());

        assertThatThrownBy(() -> register.list(Candidate.plugin(jar)))
                .isInstanceOf(PublishingFault.class)
                .hasMessageContaining("plain.jar is no bundle");
    }

    private static JsonObject approvals(Path home) throws IOException {
        return JsonParser.parseString(Files.readString(home.resolve("approvals.json")))
                .getAsJsonObject();
    }
}
