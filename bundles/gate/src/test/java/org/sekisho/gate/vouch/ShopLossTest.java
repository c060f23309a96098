package org.sekisho.gate.vouch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.gate.files.AtomicFiles;
import org.sekisho.gate.fixture.Signer;
import org.sekisho.gate.fixture.TestJar;
import org.sekisho.gate.fixture.TestShop;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.refusal.ApprovalsLocked;
import org.sekisho.gate.refusal.BelowThreshold;
import org.sekisho.gate.refusal.Consequence;
import org.sekisho.gate.refusal.MalformedDocument;
import org.sekisho.gate.refusal.NotApproved;
import org.sekisho.gate.refusal.NotApprover;
import org.sekisho.gate.refusal.NotStarted;
import org.sekisho.gate.refusal.RolledBack;
import org.sekisho.gate.refusal.TrustRefusal;
import org.sekisho.gate.refusal.WrongDigest;
import org.sekisho.gate.trust.AllowlistEntry;
import org.sekisho.gate.trust.SigningPeople;
import org.sekisho.gate.tuf.Fetcher;

/** What becomes of a shop whose own documents are lost, damaged, forged or void: it sells on, and nobody gains by it. */
class ShopLossTest {

    private static final byte[] LOYALTY = new TestJar("loyalty").bytes();

    private final Signer maiKey = new Signer(61);
    private final ApproverKey mai = maiKey.as("mai");
    private final ApproverKey jun = new Signer(62).as("jun");
    private final ApproverKey kim = new Signer(63).as("kim");

    @TempDir
    Path folder;

    private TestShop test;
    private Path source;
    private String loyalty;

    @BeforeEach
    void aShopWithoutApprovers() throws Exception {
        test = new TestShop(folder);
        test.people.clear();
        test.deliver("core", new TestJar("core").bytes());
        loyalty = test.offer("loyalty", "1.0.0", LOYALTY);
        test.publish(1);
        test.pin(1);
        take(2);
    }

    private void take(long version) throws Exception {
        source = test.publishTo(folder.resolve("source" + version), version);
        takeAgain();
    }

    private void takeAgain() throws Exception {
        Shop shop = test.open();
        shop.take(shop.fetchLists(Fetcher.of(source), source.toString(), file -> {}));
        test.open().settle(test.vouch());
    }

    @Test
    void aGenerationThatTheDiskTookByHalfGoesAgain() throws Exception {
        TrustStore.Memory before = memory();
        source = test.publishTo(folder.resolve("source3"), 3);
        Shop shop = test.open();
        Update update = shop.fetchLists(Fetcher.of(source), source.toString(), file -> {});
        Path generation = test.home.resolve(
                "trust/generations/" + update.lists().repository().generation());
        Files.createDirectories(generation.resolve("metadata/timestamp.json/in the way"));
        assertThatThrownBy(() -> shop.take(update)).isInstanceOf(IOException.class);
        assertThat(generation).doesNotExist();
        assertThat(memory()).isEqualTo(before);
    }

    private AllowlistEntry entry() throws NotStarted {
        return test.vouch().lists().allowlist().entry(loyalty).orElseThrow();
    }

    private void approve(ApproverKey... by) throws Exception {
        test.open().approve(test.vouch(), entry(), new SigningPeople(List.of(by)));
    }

    private void letIn(ApproverKey... by) throws Exception {
        approve(by);
        test.open().install(test.vouch(), LOYALTY);
        test.open().settle(test.vouch());
        assertThat(running()).containsExactly("core", "loyalty");
    }

    private List<String> running() throws NotStarted {
        return names(test.vouch());
    }

    private static List<String> names(Vouched vouched) {
        return vouched.bundles().stream()
                .map(bundle -> bundle.entry().symbolicName())
                .toList();
    }

    private static List<TrustRefusal> told(Vouched vouched) {
        return vouched.refused().stream()
                .<TrustRefusal>map(refused -> refused.reason())
                .toList();
    }

    private Path approvals() {
        return test.home.resolve("approvals.json");
    }

    private Path bytes() {
        return test.home.resolve("bundles/" + loyalty + ".loyalty-1.0.0.jar");
    }

    private TrustStore.Memory memory() throws MalformedDocument {
        return new TrustStore(test.home).memory();
    }

    /** What somebody does who can write the home: as if no approver had ever been. */
    private void forget() throws Exception {
        TrustStore.Memory before = memory();
        AtomicFiles.remove(test.home.resolve("approvers"));
        Files.delete(approvals());
        new TrustStore(test.home)
                .keep(
                        new TrustStore.Memory(
                                before.generation(), before.updated(), before.versions(), ShopVersions.NONE),
                        test.vouch().lists().repository().received());
    }

    private void assertForgedCountsForNothing(ShopVersions journal) throws Exception {
        assertThat(running()).as("nothing in the home tells it").containsExactly("core", "loyalty");
        Shop shop = test.open();
        assertThat(names(shop.hold(shop.vouch(), journal))).containsExactly("core");
        Vouched now = shop.vouch();
        assertThat(names(now)).containsExactly("core");
        assertThat(told(now)).hasAtLeastOneElementOfType(WrongDigest.class);
        assertThatThrownBy(() -> shop.approve(now, entry(), new SigningPeople(List.of(jun))))
                .isInstanceOf(ApprovalsLocked.class);
        assertThatThrownBy(() -> shop.remove(now, "loyalty", new SigningPeople(List.of(jun))))
                .isInstanceOf(ApprovalsLocked.class);
        shop.settle(now);
        assertThat(bytes()).exists();
        assertThat(memory().shop()).isEqualTo(journal);
        assertThat(running()).as("after the next start").containsExactly("core");
    }

    @Test
    void aForgedChainOfTheSameLengthIsNotWhatWasSeen() throws Exception {
        letIn(mai);
        ShopVersions journal = test.vouch().shop().versions();
        forget();
        letIn(jun);
        assertForgedCountsForNothing(journal);
    }

    @Test
    void aForgedLongerChainDoesNotFollowWhatWasSeen() throws Exception {
        letIn(mai);
        ShopVersions journal = test.vouch().shop().versions();
        forget();
        approve(jun);
        letIn(jun, kim);
        assertThat(test.vouch().approvers().version()).isEqualTo(2);
        assertForgedCountsForNothing(journal);
    }

    @Test
    void whatFollowsWhatWasSeenRuns() throws Exception {
        letIn(mai);
        ShopVersions journal = test.vouch().shop().versions();
        letIn(mai, jun);
        Shop shop = test.open();
        assertThat(names(shop.hold(shop.vouch(), journal))).containsExactly("core", "loyalty");
        assertThat(names(shop.vouch())).containsExactly("core", "loyalty");
    }

    @Test
    void whatChangesWhileTheRegisterRunsIsHeldToWhatItRanBy() throws Exception {
        letIn(mai);
        Shop shop = test.open();
        shop.settle(shop.vouch());
        forget();
        letIn(jun);
        assertThat(names(shop.vouch())).containsExactly("core");
    }

    @Test
    void aDamagedMemoryIsMendedByTheNextChange() throws Exception {
        letIn(mai);
        Files.writeString(test.home.resolve("trust/current.json"), "{");
        Vouched now = test.vouch();
        assertThat(now.lists().repository().versions().targets()).isEqualTo(2);
        assertThat(names(now)).containsExactly("core", "loyalty");
        test.open().settle(now);
        assertThat(memory()).isEqualTo(now.memory());

        Files.writeString(test.home.resolve("trust/current.json"), "{");
        take(3);
        assertThat(memory().versions().targets()).isEqualTo(3);
        assertThat(test.vouch().refused()).isEmpty();
    }

    @Test
    void aDamagedMemoryLetsNoOlderListsIn() throws Exception {
        take(5);
        Files.writeString(test.home.resolve("trust/current.json"), "{");
        assertThatThrownBy(() -> take(4)).isInstanceOf(RolledBack.class);
        assertThat(test.vouch().lists().repository().versions().targets()).isEqualTo(5);
    }

    @Test
    void aNewEpochVoidsWhatWasApprovedAndTheShopBeginsAnew() throws Exception {
        letIn(mai);
        test.epoch = 1;
        take(3);
        Vouched now = test.vouch();
        assertThat(names(now)).containsExactly("core");
        assertThat(now.approvers().approvers().names()).isEmpty();
        assertThat(told(now)).hasAtLeastOneElementOfType(MalformedDocument.class);

        letIn(jun);
        assertThat(test.vouch().refused()).isEmpty();
        assertThat(test.vouch().shop().versions().approvals().version()).isEqualTo(1);
        assertThatThrownBy(() -> approve(mai)).isInstanceOf(NotApprover.class);
        take(4);
        assertThat(running()).containsExactly("core", "loyalty");
    }

    @Test
    void approvalsOfAnEarlierEpochDoNotComeBackWithTheirApprover() throws Exception {
        letIn(mai);
        byte[] old = Files.readAllBytes(approvals());
        test.epoch = 1;
        take(3);
        approve(mai, jun);
        test.open().remove(test.vouch(), "loyalty", new SigningPeople(List.of(mai)));
        test.open().settle(test.vouch());
        Files.write(approvals(), old);
        assertThat(running()).containsExactly("core");
        assertThatThrownBy(() -> approve(mai)).isInstanceOf(ApprovalsLocked.class);
    }

    @Test
    void anEarlierEpochIsNotTaken() throws Exception {
        letIn(mai);
        test.epoch = 1;
        take(3);
        test.epoch = 0;
        assertThatThrownBy(() -> take(4)).isInstanceOf(RolledBack.class);
        assertThat(running()).containsExactly("core");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}"})
    void damagedApprovalsLockTheShopAndNotItsUpdates(String damage) throws Exception {
        letIn(mai);
        byte[] good = Files.readAllBytes(approvals());
        TrustStore.Memory before = memory();
        Files.writeString(approvals(), damage);
        take(3);
        Vouched now = test.vouch();
        assertThat(names(now)).containsExactly("core");
        assertThat(told(now)).hasAtLeastOneElementOfType(MalformedDocument.class);
        assertThatThrownBy(() -> approve(mai)).isInstanceOf(ApprovalsLocked.class);
        assertThat(memory().shop()).isEqualTo(before.shop());
        assertThat(bytes()).exists();

        Files.write(approvals(), good);
        assertThat(running()).containsExactly("core", "loyalty");
    }

    @Test
    void lostApprovalsAreARollback() throws Exception {
        letIn(mai);
        Files.delete(approvals());
        assertLost();
    }

    @Test
    void lostApproversAreARollbackAndNobodyTakesTheirPlace() throws Exception {
        letIn(mai);
        AtomicFiles.remove(test.home.resolve("approvers"));
        assertLost();
        assertThatThrownBy(() -> approve(jun)).isInstanceOf(ApprovalsLocked.class);
        assertThat(test.home.resolve("approvers")).doesNotExist();
    }

    private void assertLost() throws Exception {
        ShopVersions before = memory().shop();
        Vouched now = test.vouch();
        assertThat(told(now)).hasAtLeastOneElementOfType(RolledBack.class);
        assertThat(names(now)).containsExactly("core");
        test.open().settle(now);
        assertThat(memory().shop()).isEqualTo(before);
        assertThat(bytes()).exists();
        assertThatThrownBy(() -> approve(mai)).isInstanceOf(ApprovalsLocked.class);
    }

    @Test
    void aDamagedGenerationGivesWayToTheOneBeforeByWhichNothingIsInstalled() throws Exception {
        letIn(mai);
        take(3);
        damageTimestampOf(3);
        Vouched now = test.vouch();
        assertThat(now.lists().repository().versions().targets()).isEqualTo(2);
        assertThat(names(now)).containsExactly("core", "loyalty");
        assertThat(now.refused().get(0).consequence()).isEqualTo(Consequence.LISTS_KEPT);
        assertThatThrownBy(() -> approve(mai)).isInstanceOf(RolledBack.class);
        test.open().settle(now);
        assertThat(memory().versions().targets()).as("what was seen").isEqualTo(3);
        takeAgain();
        assertThat(test.vouch().lists().repository().versions().targets()).isEqualTo(3);
        assertThat(test.vouch().refused()).isEmpty();
    }

    @Test
    void listsThatWereNotTakenNeverRunOn() throws Exception {
        test.assembly.add("cd".repeat(32));
        assertThatThrownBy(() -> take(3)).isInstanceOf(NotStarted.class);
        Files.writeString(test.home.resolve("trust/current.json"), "{");
        assertThat(test.vouch().lists().repository().versions().targets()).isEqualTo(2);
    }

    @Test
    void withoutAnyGoodGenerationTheDeliveredListsRunOn() throws Exception {
        take(3);
        damageTimestampOf(2);
        damageTimestampOf(3);
        assertThat(test.vouch().lists().repository().versions().targets()).isEqualTo(1);
        assertThat(running()).containsExactly("core");
    }

    private void damageTimestampOf(long version) throws IOException {
        String text = "\"version\":" + version;
        try (var files = Files.walk(test.home.resolve("trust/generations"))) {
            for (Path file :
                    files.filter(each -> each.endsWith("timestamp.json")).toList()) {
                if (Files.readString(file).contains(text)) {
                    Files.writeString(file, Files.readString(file).replace("2999", "2998"));
                }
            }
        }
    }

    @Test
    void whereTheIntegratorNamesApproversNobodyNamesThemselves() throws Exception {
        test.people.add(person("mai"));
        take(3);
        assertThatThrownBy(() -> approve(jun)).isInstanceOf(NotApprover.class);
        assertThat(test.home.resolve("approvers")).doesNotExist();
        letIn(mai, jun);
        assertThat(test.vouch().approvers().version()).isEqualTo(1);
    }

    @Test
    void aChainThatBeginsWithItselfCountsForNothingWhereTheIntegratorNamesApprovers() throws Exception {
        letIn(jun);
        test.people.add(person("mai"));
        take(3);
        Vouched now = test.vouch();
        assertThat(names(now)).containsExactly("core");
        assertThat(told(now)).hasAtLeastOneElementOfType(BelowThreshold.class);
    }

    @Test
    void whereTwoMustSignOneWritesNothing() throws Exception {
        test.threshold = 2;
        take(3);
        assertThatThrownBy(() -> approve(mai)).isInstanceOf(NotApproved.class);
        assertThat(approvals()).doesNotExist();
        assertThat(test.home.resolve("approvers")).doesNotExist();
        letIn(mai, jun);
        assertThatThrownBy(() -> approve(mai, kim)).isInstanceOf(NotApprover.class);
        assertThatThrownBy(() -> test.open().remove(test.vouch(), "loyalty", new SigningPeople(List.of(mai))))
                .isInstanceOf(NotApproved.class);
        assertThat(running()).containsExactly("core", "loyalty");
    }

    private Map<String, Object> person(String name) {
        Map<String, Object> person = new HashMap<>(maiKey.json());
        person.put("name", name);
        person.put("keyid", maiKey.keyid());
        return person;
    }
}
