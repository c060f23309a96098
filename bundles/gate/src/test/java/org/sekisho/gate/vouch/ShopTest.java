package org.sekisho.gate.vouch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.fixture.Signer;
import org.sekisho.gate.fixture.TestJar;
import org.sekisho.gate.fixture.TestShop;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.gate.refusal.BelowThreshold;
import org.sekisho.gate.refusal.ClockBehind;
import org.sekisho.gate.refusal.Expired;
import org.sekisho.gate.refusal.NoReplacement;
import org.sekisho.gate.refusal.NotApproved;
import org.sekisho.gate.refusal.NotApprover;
import org.sekisho.gate.refusal.NotListed;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.OfTheRegister;
import org.sekisho.gate.refusal.Revoked;
import org.sekisho.gate.refusal.RolledBack;
import org.sekisho.gate.refusal.WantsMore;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.trust.SigningPeople;
import org.sekisho.gate.tuf.Fetcher;
import org.sekisho.gate.view.TrustAge;

/** What a shop may change about what runs there, and what it may not. */
class ShopTest {

    private static final byte[] FIRST = plugin("1.0.0");
    private static final byte[] SECOND = plugin("2.0.0");

    private final ApproverKey mai = new Signer(61).as("mai");
    private final ApproverKey jun = new Signer(62).as("jun");

    @TempDir
    Path folder;

    private TestShop test;
    private String core;
    private String first;

    @BeforeEach
    void aShopOfWhichNobodyIsAnApproverYet() throws Exception {
        test = new TestShop(folder);
        test.people.clear();
        core = test.deliver("core", new TestJar("core").bytes());
        first = test.offer("loyalty", "1.0.0", FIRST);
        test.publish(1);
        test.pin(1);
        take(2);
    }

    private static byte[] plugin(String version) {
        return new TestJar("loyalty").header("Bundle-Version", version).bytes();
    }

    /** Publishes as the integrator, and takes it as the shop. */
    private void take(long version) throws Exception {
        Path source = test.publishTo(folder.resolve("source"), version);
        Shop shop = test.open();
        shop.take(shop.fetchLists(Fetcher.of(source), source.toString(), file -> {}));
        for (AllowlistEntry awaited : test.open().awaited(test.vouch())) {
            install(test.open().fetch(test.vouch(), awaited, Optional.of(Fetcher.of(source))));
        }
    }

    private AllowlistEntry entry(String sha256) throws NotStarted {
        return test.vouch().lists().allowlist().entry(sha256).orElseThrow();
    }

    private void approve(String sha256, ApproverKey... by) throws Exception {
        test.open().approve(test.vouch(), entry(sha256), new SigningPeople(List.of(by)));
    }

    private void install(byte[] jar) throws Exception {
        test.open().install(test.vouch(), jar);
    }

    private List<String> running() throws NotStarted {
        return test.vouch().bundles().stream()
                .map(bundle ->
                        bundle.entry().symbolicName() + " " + bundle.entry().version())
                .toList();
    }

    private byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(test.home.resolve(file));
    }

    @Test
    void newerListsStayInForceOverTheDeliveredOnes() throws Exception {
        Vouched now = test.vouch();
        assertThat(now.lists().repository().versions().targets()).isEqualTo(2);
        assertThat(now.updated()).isTrue();
        assertThat(now.refused()).isEmpty();
    }

    @Test
    void aNewerRegisterGoesBeforeAnEarlierUpdate() throws Exception {
        test.publish(3);
        test.pin(3);
        assertThat(test.vouch().lists().repository().versions().targets()).isEqualTo(3);
        assertThat(test.vouch().updated()).isFalse();
    }

    @Test
    void olderListsAreNotTaken() throws Exception {
        take(5);
        byte[] before = bytes("trust/current.json");
        assertThatThrownBy(() -> take(4)).isInstanceOf(RolledBack.class);
        assertThat(bytes("trust/current.json")).isEqualTo(before);
    }

    @Test
    void listsByWhichTheRegisterWouldNotStartAreNotTaken() throws Exception {
        test.assembly.add("cd".repeat(32));
        assertThatThrownBy(() -> take(3)).isInstanceOf(NotStarted.class);
        assertThat(running()).containsExactly("core 1.0.0");
        assertThat(test.vouch().lists().repository().versions().targets()).isEqualTo(2);
    }

    @Test
    void takingBackABundleOfTheRegisterWithoutAReplacementIsNotTaken() throws Exception {
        test.revoke(core, "off-now");
        assertThatThrownBy(() -> take(3)).isInstanceOf(NoReplacement.class);
        assertThat(running()).containsExactly("core 1.0.0");
    }

    @Test
    void aReplacementComesWithTheUpdateThatTakesTheOldOneBack() throws Exception {
        byte[] better = new TestJar("core").header("Bundle-Version", "1.0.1").bytes();
        test.assembly.clear();
        test.assembly.add(test.offer("core", "1.0.1", better));
        test.revoke(core, "off-now");
        take(3);
        assertThat(running()).containsExactly("core 1.0.1");
    }

    @Test
    void nothingIsInstalledByExpiredListsAndEverythingRunsOn() throws Exception {
        approve(first, mai);
        install(FIRST);
        test.repository.expires.put("timestamp", "2027-01-01T00:00:00Z");
        take(3);
        test.clock = Clock.fixed(Instant.parse("2028-01-01T00:00:00Z"), ZoneOffset.UTC);
        assertThat(running()).containsExactly("core 1.0.0", "loyalty 1.0.0");
        assertThat(test.vouch().age()).isEqualTo(TrustAge.TIMESTAMP_EXPIRED);
        assertThatThrownBy(() -> approve(first, mai)).isInstanceOf(Expired.class);
        assertThatThrownBy(() -> install(FIRST)).isInstanceOf(Expired.class);
        assertThatThrownBy(() -> take(4)).isInstanceOf(Expired.class);
    }

    @Test
    void aClockWithoutBatteryInstallsNothingAndSellsOn() throws Exception {
        approve(first, mai);
        install(FIRST);
        test.repository.time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        take(3);
        test.clock = Clock.fixed(Instant.EPOCH.plus(Duration.ofDays(1)), ZoneOffset.UTC);
        assertThat(running()).containsExactly("core 1.0.0", "loyalty 1.0.0");
        assertThat(test.vouch().age()).isEqualTo(TrustAge.CLOCK_BEHIND);
        assertThatThrownBy(() -> install(FIRST)).isInstanceOf(ClockBehind.class);
        assertThatThrownBy(() -> take(4)).isInstanceOf(ClockBehind.class);
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeExpiredListsFresh() throws Exception {
        test.repository.expires.put("timestamp", "2026-02-01T00:00:00Z");
        test.repository.time = "2026-03-01T00:00:00Z";
        test.clock = Clock.fixed(Instant.parse("2026-02-28T12:00:00Z"), ZoneOffset.UTC);
        assertThatThrownBy(() -> take(3)).isInstanceOf(Expired.class);
    }

    @Test
    void whatIsNotListedIsNotInstalled() {
        assertThatThrownBy(() -> install(SECOND)).isInstanceOf(NotListed.class);
    }

    @Test
    void whatNobodyApprovedIsNotInstalled() {
        assertThatThrownBy(() -> install(FIRST)).isInstanceOf(NotApproved.class);
        assertThat(test.home.resolve("bundles")).doesNotExist();
    }

    @Test
    void theFirstManagerBecomesTheFirstApprover() throws Exception {
        approve(first, mai);
        install(FIRST);
        assertThat(running()).containsExactly("core 1.0.0", "loyalty 1.0.0");
        assertThat(test.vouch().bundle(first).orElseThrow().vouchedBy()).isEqualTo("mai");
    }

    @Test
    void whoIsNoApproverChangesNothingAlone() throws Exception {
        approve(first, mai);
        byte[] before = bytes("approvals.json");
        assertThatThrownBy(() -> approve(first, jun)).isInstanceOf(NotApprover.class);
        assertThatThrownBy(() -> test.open().remove(test.vouch(), "loyalty", new SigningPeople(List.of(jun))))
                .isInstanceOf(NotApprover.class);
        assertThat(bytes("approvals.json")).isEqualTo(before);
    }

    @Test
    void anApproverMakesAnotherOne() throws Exception {
        approve(first, mai);
        approve(first, mai, jun);
        approve(first, jun);
        assertThat(test.vouch().approvers().version()).isEqualTo(2);
        assertThat(test.vouch().approvals().version()).isEqualTo(3);
    }

    @Test
    void oneKeyTwiceIsOnePerson() throws Exception {
        String red = test.offer("red", "1.0.0", new TestJar("red").bytes(), "PROCESS");
        take(3);
        assertThatThrownBy(() -> approve(red, mai, new Signer(61).as("mai again")))
                .isInstanceOf(NotApproved.class);
    }

    @Test
    void redPowersKeepTheirTwoSignaturesWhenOnePersonApprovesSomethingElse() throws Exception {
        byte[] jar = new TestJar("red").bytes();
        String red = test.offer("red", "1.0.0", jar, "PROCESS");
        take(3);
        approve(red, mai, jun);
        install(jar);
        approve(first, mai);
        assertThat(running()).containsExactly("core 1.0.0", "red 1.0.0");
    }

    @Test
    void aSuccessorThatWantsNothingMoreComesWithTheUpdate() throws Exception {
        approve(first, mai);
        install(FIRST);
        test.offer("loyalty", "2.0.0", SECOND);
        take(3);
        assertThat(running()).containsExactly("core 1.0.0", "loyalty 2.0.0");
    }

    @Test
    void aSuccessorThatWantsMoreWaitsForAnApprovalAndTheOldOneRunsOn() throws Exception {
        approve(first, mai);
        install(FIRST);
        String second = test.offer("loyalty", "2.0.0", SECOND, "NETWORK");
        take(3);
        assertThat(running()).containsExactly("core 1.0.0", "loyalty 1.0.0");
        assertThatThrownBy(() -> install(SECOND)).isInstanceOf(WantsMore.class);
        approve(second, mai);
        install(SECOND);
        assertThat(running()).containsExactly("core 1.0.0", "loyalty 2.0.0");
    }

    @Test
    void anOlderVersionIsNoSuccessor() throws Exception {
        String second = test.offer("loyalty", "2.0.0", SECOND);
        take(3);
        approve(second, mai);
        assertThat(test.open().awaited(test.vouch()))
                .extracting(AllowlistEntry::version)
                .containsExactly("2.0.0");
        assertThatThrownBy(() -> install(FIRST)).isInstanceOf(NotApproved.class);
        install(SECOND);
        test.revoke(second, "off-now");
        take(4);
        Files.write(test.home.resolve("bundles/" + first + ".loyalty-1.0.0.jar"), FIRST);
        assertThat(running()).containsExactly("core 1.0.0");
    }

    @Test
    void anotherPublisherIsNoSuccessor() throws Exception {
        approve(first, mai);
        install(FIRST);
        test.offer("loyalty", "2.0.0", SECOND);
        entryOf(test.allowlist.size() - 1).put("publisher", Map.of("name", "Other", "spkiSha256", "9".repeat(64)));
        take(3);
        assertThat(running()).containsExactly("core 1.0.0", "loyalty 1.0.0");
    }

    @SuppressWarnings("unchecked") // as TestEntry makes it
    private Map<String, Object> entryOf(int index) {
        return (Map<String, Object>) test.allowlist.get(index);
    }

    @Test
    void anOlderVersionComesBackWhenTheNewerIsRevoked() throws Exception {
        approve(first, mai);
        install(FIRST);
        String second = test.offer("loyalty", "2.0.0", SECOND);
        take(3);
        test.revoke(second, "off-now");
        take(4);
        assertThat(running()).containsExactly("core 1.0.0", "loyalty 1.0.0");
    }

    @Test
    void whatIsRevokedInAnyWayIsNotInstalledAnew() throws Exception {
        approve(first, mai);
        test.revoke(first, "no-new-install");
        take(3);
        assertThatThrownBy(() -> install(FIRST)).isInstanceOf(Revoked.class);
        assertThatThrownBy(() -> approve(first, mai)).isInstanceOf(Revoked.class);
    }

    @Test
    void whatWasInstalledBeforeStaysWhenOnlyNewInstallsAreRevoked() throws Exception {
        approve(first, mai);
        install(FIRST);
        test.revoke(first, "no-new-install");
        take(3);
        test.open().settle(test.vouch());
        assertThat(running()).containsExactly("core 1.0.0", "loyalty 1.0.0");
    }

    @Test
    void removedIsGoneAndItsFileWithIt() throws Exception {
        approve(first, mai);
        install(FIRST);
        test.open().remove(test.vouch(), "loyalty", new SigningPeople(List.of(mai)));
        Vouched now = test.vouch();
        assertThat(running()).containsExactly("core 1.0.0");
        test.open().settle(now);
        assertThat(test.home.resolve("bundles")).isEmptyDirectory();
        assertThat(test.vouch().refused()).isEmpty();
    }

    @Test
    void theRegisterItselfIsNotTheShopsToChange() {
        assertThatThrownBy(() -> test.open().remove(test.vouch(), "core", new SigningPeople(List.of(mai))))
                .isInstanceOf(OfTheRegister.class);
        assertThatThrownBy(() -> approve(core, mai)).isInstanceOf(OfTheRegister.class);
    }

    @Test
    void anApprovalMovedIntoAnotherDocumentCountsForNothing() throws Exception {
        approve(first, mai);
        install(FIRST);
        String text = new String(bytes("approvals.json"), StandardCharsets.UTF_8);
        Files.writeString(test.home.resolve("approvals.json"), text.replace("\"version\":1}", "\"version\":2}"));
        Vouched now = test.vouch();
        assertThat(now.bundles()).hasSize(1);
        assertThat(now.refused().get(0).reason()).isInstanceOf(BelowThreshold.class);
    }

    @Test
    void aRemovedApproversListIsARollback() throws Exception {
        approve(first, mai);
        approve(first, mai, jun);
        install(FIRST);
        test.open().settle(test.vouch());
        Files.delete(test.home.resolve("approvers/0/2.json"));
        Vouched now = test.vouch();
        assertThat(now.bundles()).hasSize(1);
        assertThat(now.refused().get(0).reason()).isInstanceOf(RolledBack.class);
    }

    @Test
    void approversOfSomebodyElseCountForNothing() throws Exception {
        approve(first, mai);
        install(FIRST);
        TestShop other = new TestShop(folder.resolve("other"));
        other.people.clear();
        other.deliver("core", new TestJar("core").bytes());
        String sha256 = other.offer("loyalty", "1.0.0", FIRST);
        other.publish(1);
        other.pin(1);
        other.open().approve(other.vouch(), entryOf(other, sha256), new SigningPeople(List.of(jun, mai)));
        Files.copy(other.home.resolve("approvers/0/1.json"), test.home.resolve("approvers/0/2.json"));
        assertThat(test.vouch().bundles()).hasSize(1);
    }

    private static AllowlistEntry entryOf(TestShop shop, String sha256) throws NotStarted {
        return shop.vouch().lists().allowlist().entry(sha256).orElseThrow();
    }

    @Test
    void bytesComeFromTheSourceWhenTheyAreNotHere() throws Exception {
        Fetcher source = Fetcher.of(folder.resolve("source"));
        assertThat(test.open().fetch(test.vouch(), entry(first), Optional.of(source)))
                .isEqualTo(FIRST);
    }
}
