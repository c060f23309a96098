package org.sekisho.gate.vouch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.gate.fixture.Signer;
import org.sekisho.gate.fixture.TestEntry;
import org.sekisho.gate.fixture.TestJar;
import org.sekisho.gate.fixture.TestShop;
import org.sekisho.gate.refusal.Consequence;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.Refused;
import org.sekisho.gate.view.RefusalCode;

class VouchingTest {

    private static final byte[] CORE = new TestJar("core").bytes();
    private static final byte[] PLUGIN = new TestJar("plugin").bytes();

    @TempDir
    Path folder;

    private TestShop shop;
    private String core;
    private String plugin;

    @BeforeEach
    void aShopWithOneListedPlugin() throws IOException {
        shop = new TestShop(folder);
        core = shop.deliver("core", CORE);
        plugin = shop.list("plugin", PLUGIN, true, List.of("org.osgi.framework"));
        shop.publish(5);
        shop.pin(5);
    }

    private Path stored(String sha256, String name) {
        return shop.repository.folder.resolve("targets/bundles/" + sha256 + "." + name + ".jar");
    }

    private static List<RefusalCode> codes(List<Refused> refused) {
        return refused.stream().map(each -> each.reason().code()).toList();
    }

    private List<RefusalCode> refusedToStart() {
        NotStarted refused = catchThrowableOfType(NotStarted.class, shop::vouch);
        assertThat(refused).isNotNull();
        return codes(refused.reasons());
    }

    private void assertLeftOut(RefusalCode code) throws NotStarted {
        Vouched vouched = shop.vouch();
        assertThat(vouched.bundles())
                .extracting(bundle -> bundle.entry().symbolicName())
                .containsExactly("core");
        assertThat(codes(vouched.refused())).containsExactly(code);
        assertThat(vouched.refused().get(0).consequence()).isEqualTo(Consequence.LEFT_OUT);
    }

    @Test
    void theAssemblyRunsAndAListedPluginDoesNotUntilItIsApproved() throws Exception {
        assertThat(shop.vouch().bundles()).hasSize(1);
        shop.approve(1, List.of(plugin), shop.approver);
        Vouched vouched = shop.vouch();
        assertThat(vouched.bundles()).hasSize(2);
        assertThat(vouched.bundles().get(1).vouchedBy()).isEqualTo("hana");
        assertThat(vouched.bundles().get(1).belongsToRegister()).isFalse();
        assertThat(vouched.refused()).isEmpty();
    }

    @Test
    void oneChangedByteInABundleOfTheRegisterStopsTheStart() throws IOException {
        byte[] changed = CORE.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(stored(core, "core"), changed);
        assertThat(refusedToStart()).containsExactly(RefusalCode.NOT_ALLOWED);
    }

    @Test
    void whatElseLiesAmongTheBundlesIsNeitherLoadedNorInTheWay() throws Exception {
        Path folder = stored(core, "core").getParent();
        Files.write(folder.resolve("stranger.jar"), new TestJar("stranger").bytes());
        Files.createDirectory(folder.resolve("folder.jar"));
        Files.createSymbolicLink(folder.resolve("loop.jar"), Path.of("loop.jar"));
        Files.createSymbolicLink(folder.resolve("endless.jar"), Path.of("/dev/zero"));
        assertThat(shop.vouch().bundles())
                .extracting(bundle -> bundle.entry().symbolicName())
                .containsExactly("core");
    }

    @Test
    void aMissingBundleOfTheRegisterStopsTheStart() throws IOException {
        Files.delete(stored(core, "core"));
        assertThat(refusedToStart()).containsExactly(RefusalCode.UNRESOLVED);
    }

    @Test
    void aBundleOfTheRegisterThatIsNotListedStopsTheStart() throws IOException {
        shop.allowlist.remove(0);
        shop.publish(6);
        assertThat(refusedToStart()).containsExactly(RefusalCode.NOT_ALLOWED);
    }

    @Test
    void aRevokedBundleOfTheRegisterStopsTheStart() throws IOException {
        shop.revoked.add(Map.of("sha256", core, "level", "off-now", "reason", "hole"));
        shop.publish(6);
        assertThat(refusedToStart()).containsExactly(RefusalCode.REVOKED);
    }

    @Test
    void aRevocationAtDayCloseLetsTheRegisterSellOnButNotThePluginComeBack() throws Exception {
        shop.approve(1, List.of(plugin), shop.approver);
        for (String each : List.of(core, plugin)) {
            shop.revoked.add(Map.of("sha256", each, "level", "off-at-day-close", "reason", "old"));
        }
        shop.publish(6);
        assertLeftOut(RefusalCode.REVOKED);
    }

    @Test
    void aChangedFileOfThePlatformStopsTheStart() throws IOException {
        Files.write(shop.installation.resolve("lib/modules/gate.jar"), new byte[] {9});
        assertThat(refusedToStart()).containsExactly(RefusalCode.NOT_ALLOWED);
    }

    @Test
    void aStrangeModuleBesideThePlatformStopsTheStart() throws IOException {
        Files.write(shop.installation.resolve("lib/modules/evil.jar"), new byte[] {9});
        assertThat(refusedToStart()).containsExactly(RefusalCode.NOT_ALLOWED);
    }

    @Test
    void aChangedPluginIsLeftOut() throws Exception {
        shop.approve(1, List.of(plugin), shop.approver);
        byte[] changed = PLUGIN.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(stored(plugin, "plugin"), changed);
        assertLeftOut(RefusalCode.NOT_ALLOWED);
    }

    @Test
    void aPluginWithSomethingAppendedIsLeftOut() throws Exception {
        shop.approve(1, List.of(plugin), shop.approver);
        byte[] longer = Arrays.copyOf(PLUGIN, PLUGIN.length + 1);
        Files.write(stored(plugin, "plugin"), longer);
        assertLeftOut(RefusalCode.NOT_ALLOWED);
    }

    @Test
    void aMissingPluginIsLeftOut() throws Exception {
        shop.approve(1, List.of(plugin), shop.approver);
        Files.delete(stored(plugin, "plugin"));
        assertLeftOut(RefusalCode.UNRESOLVED);
    }

    @Test
    void anApprovedPluginThatIsNotListedIsLeftOut() throws Exception {
        shop.approve(1, List.of("ab".repeat(32)), shop.approver);
        assertLeftOut(RefusalCode.NOT_ALLOWED);
    }

    @Test
    void approvalsSignedByNobodyKnownLetNothingIn() throws Exception {
        shop.approve(1, List.of(plugin), new Signer(99));
        assertLeftOut(RefusalCode.SIGNATURE_INVALID);
    }

    @Test
    void olderApprovalsLetNothingIn() throws Exception {
        shop.approve(4, List.of(), shop.approver);
        shop.remember(shop.vouch());
        shop.approve(3, List.of(plugin), shop.approver);
        assertLeftOut(RefusalCode.ROLLED_BACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROCESS", "OSGI_ADMIN", "UNREADABLE_CODE"})
    void redPowersNeedTwoPeople(String power) throws Exception {
        String red = shop.list("red", new TestJar("red").bytes(), true, List.of(), power);
        shop.publish(6);
        shop.approve(1, List.of(red), shop.approver);
        assertLeftOut(RefusalCode.NOT_APPROVED);
        shop.approve(2, List.of(red), shop.approver, shop.secondApprover);
        assertThat(shop.vouch().bundles()).hasSize(2);
    }

    @Test
    void aJarInTheShopsFolderThatNobodyApprovedIsToldAndNotOpened() throws Exception {
        Files.createDirectories(shop.home.resolve("bundles"));
        Files.write(shop.home.resolve("bundles/" + plugin + ".plugin.jar"), PLUGIN);
        assertLeftOut(RefusalCode.NOT_APPROVED);
    }

    @Test
    void aPluginThatWouldBeAFragmentIsLeftOut() throws Exception {
        String fragment = shop.list(
                "fragment",
                new TestJar("fragment").header("Fragment-Host", "core").bytes(),
                true,
                List.of());
        shop.publish(6);
        shop.approve(1, List.of(fragment), shop.approver);
        assertLeftOut(RefusalCode.STRUCTURE);
    }

    @Test
    void aPluginWithWiresAtWillIsLeftOut() throws Exception {
        String greedy = shop.list(
                "greedy",
                new TestJar("greedy").header("DynamicImport-Package", "*").bytes(),
                true,
                List.of());
        shop.publish(6);
        shop.approve(1, List.of(greedy), shop.approver);
        assertLeftOut(RefusalCode.STRUCTURE);
    }

    @Test
    void changedListsGiveWayToTheLastGoodOnes() throws Exception {
        shop.remember(shop.vouch());
        shop.publish(6);
        shop.repository.replace("metadata/timestamp.json", "2999", "2998");
        Vouched vouched = shop.vouch();
        assertThat(vouched.lists().repository().versions().timestamp()).isEqualTo(5);
        assertThat(codes(vouched.refused())).containsExactly(RefusalCode.SIGNATURE_INVALID);
        assertThat(vouched.refused().get(0).consequence()).isEqualTo(Consequence.LISTS_KEPT);
    }

    @Test
    void olderListsGiveWayToTheLastGoodOnes() throws Exception {
        shop.publish(6);
        shop.remember(shop.vouch());
        shop.publish(5);
        Vouched vouched = shop.vouch();
        assertThat(vouched.lists().repository().versions().timestamp()).isEqualTo(6);
        assertThat(codes(vouched.refused())).containsExactly(RefusalCode.ROLLED_BACK);
    }

    @Test
    void withoutLastGoodListsBadOnesStopTheStart() throws IOException {
        shop.repository.replace("metadata/timestamp.json", "2999", "2998");
        assertThat(refusedToStart()).containsExactly(RefusalCode.SIGNATURE_INVALID);
    }

    @Test
    void lastGoodListsThatWereChangedStopTheStart() throws Exception {
        shop.remember(shop.vouch());
        shop.repository.replace("metadata/timestamp.json", "2999", "2998");
        try (var files = Files.walk(shop.home.resolve("trust"))) {
            Path kept = files.filter(file -> file.endsWith("timestamp.json"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(kept, Files.readString(kept).replace("2999", "2998"));
        }
        assertThat(refusedToStart()).hasSize(2).containsOnly(RefusalCode.SIGNATURE_INVALID);
    }

    @Test
    void listsOlderThanDeliveredStopTheStartOfANewHome() throws IOException {
        shop.pin(6);
        assertThat(refusedToStart()).containsExactly(RefusalCode.ROLLED_BACK);
    }

    @Test
    void aDamagedMemoryIsToldAndTheDeliveredVersionsStillHold() throws Exception {
        shop.remember(shop.vouch());
        Files.writeString(shop.home.resolve("trust/current.json"), "{");
        assertThat(codes(shop.vouch().refused())).containsExactly(RefusalCode.SIGNATURE_INVALID);
        shop.pin(6);
        assertThatThrownBy(shop::vouch).isInstanceOf(NotStarted.class);
    }

    @Test
    void theNewestGenerationIsKeptAndTheOneBefore() throws Exception {
        shop.remember(shop.vouch());
        shop.publish(6);
        shop.remember(shop.vouch());
        shop.publish(7);
        shop.remember(shop.vouch());
        try (var generations = Files.list(shop.home.resolve("trust/generations"))) {
            assertThat(generations).hasSize(2);
        }
    }

    @Test
    void whatWasVettedForALaterRegisterIsLeftOutAlone() throws Exception {
        Map<String, Object> later = TestEntry.of("later", new TestJar("later").bytes(), true, List.of());
        later.put("minRuntime", "99.0.0");
        shop.allowlist.add(later);
        shop.publish(6);
        shop.approve(1, List.of((String) later.get("sha256")), shop.approver);
        assertLeftOut(RefusalCode.UNRESOLVED);
    }
}
