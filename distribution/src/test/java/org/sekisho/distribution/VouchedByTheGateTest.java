package org.sekisho.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.vouch.Vouched;
import org.sekisho.gate.vouch.Vouching;
import org.sekisho.publishing.Revocation;

/** The gate's own verification, applied to what the assembler and the integrator write. */
class VouchedByTheGateTest {
    @TempDir
    Path folder;

    private Installation register;
    private Path home;

    @BeforeEach
    void assemble() throws Exception {
        register = new TestBuild(folder).assemble();
        register.nameApprovers();
        home = folder.resolve("home");
    }

    @Test
    void assembledRegisterWouldStart() throws Exception {
        assertThat(names()).containsExactly("shop.till", "shop.lamp");
        assertThat(vouch().refused()).isEmpty();
    }

    @Test
    void listedPluginStaysOutUntilItIsApproved() throws Exception {
        String sha256 = register.list(Candidate.plugin(Jars.bundle(folder, "guest", "")));
        register.publish();
        assertThat(names()).doesNotContain("guest");

        register.approve(home, List.of(sha256));
        assertThat(names()).contains("guest");
    }

    @Test
    void pluginWithRedPowersNeedsBothApprovers() throws Exception {
        String sha256 =
                register.list(Candidate.plugin(Jars.bundle(folder, "guest", "")).granting(List.of("PROCESS")));
        register.publish();
        register.approveAlone(home, List.of(sha256));
        assertThat(names()).doesNotContain("guest");

        register.approve(home, List.of(sha256));
        assertThat(names()).contains("guest");
    }

    @Test
    void revokedPluginStaysOut() throws Exception {
        String sha256 = register.list(Candidate.plugin(Jars.bundle(folder, "guest", "")));
        register.revoke(sha256, Revocation.OFF_NOW, "it leaks");
        register.publish();
        register.approve(home, List.of(sha256));

        assertThat(names()).doesNotContain("guest");
    }

    @Test
    void changedBundleOfTheRegisterStopsIt() throws Exception {
        try (Stream<Path> bundles = Files.list(register.folder().resolve("repository/targets/bundles"))) {
            Files.writeString(bundles.findFirst().orElseThrow(), "x", StandardOpenOption.APPEND);
        }

        assertThatThrownBy(this::vouch).isInstanceOf(NotStarted.class);
    }

    @Test
    void olderReleaseThanTheLockedOneStopsIt() throws Exception {
        Path timestamp = register.folder().resolve("repository/metadata/timestamp.json");
        byte[] older = Files.readAllBytes(timestamp);
        register.publish();
        Files.write(timestamp, older);

        assertThatThrownBy(this::vouch).isInstanceOf(NotStarted.class);
    }

    private List<String> names() throws NotStarted {
        return vouch().bundles().stream()
                .map(bundle -> bundle.entry().symbolicName())
                .toList();
    }

    private Vouched vouch() throws NotStarted {
        return Vouching.vouch(
                new org.sekisho.gate.vouch.Installation(register.folder()),
                Optional.of(home).filter(Files::exists),
                Clock.systemUTC());
    }
}
