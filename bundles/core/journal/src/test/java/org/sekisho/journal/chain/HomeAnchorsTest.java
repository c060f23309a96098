package org.sekisho.journal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.journal.Anchor;
import org.sekisho.journal.AnchorLine;
import org.sekisho.journal.Anchors;
import org.sekisho.journal.Entry;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Verification;
import org.sekisho.journal.Verification.Broken;
import org.sekisho.journal.Verification.Distrusted;
import org.sekisho.journal.Verification.Distrusted.Reason;
import org.sekisho.journal.Verification.Whole;
import org.sekisho.journal.fixture.FixedHome;
import org.sekisho.journal.fixture.HandClock;
import org.sekisho.journal.fixture.MemoryDatabase;
import org.sekisho.storage.Secrets;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;
import org.sekisho.store.StoreSettings;

class HomeAnchorsTest {

    /** Signed by OpenSSL 3 with the key of RFC 8032, 7.1, test 1: other code than ours. */
    private static final String GOLDEN =
            "{\"hash\":\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\""
                    + ",\"key\":\"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a\",\"lane\":\"1\",\"seq\":42"
                    + ",\"signature\":\"5e363a6da400f4a37723f7eb70a1005d38db4eed4348513e9827b9ef9bc4fb1"
                    + "a7cc2b509ef16ed10d96fb7b871e42bd238facf64537bbd0bb6119463e1d2d00a\",\"time\":\"2026-04-01T01:02:03.040Z\"}";

    private final HandClock clock = new HandClock("2026-04-01T01:23:45.678Z");

    @TempDir
    Path folder;

    private MemoryDatabase database;
    private LaneJournal journal;
    private HomeAnchors anchors;

    @BeforeEach
    void open() throws Exception {
        database = new MemoryDatabase(new JournalSchema(), new AnchorKeySchema());
        journal = new LaneJournal(database, FixedHome.japanese(), clock);
        anchors = anchors(new MarkedSecrets("vault"));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void theSignatureIsThatOfOtherCode() {
        AnchorLine.Signed line = (AnchorLine.Signed) AnchorLine.of(GOLDEN);
        assertThat(line.holds()).isTrue();
        assertThat(line.toJsonLine()).isEqualTo(GOLDEN);
    }

    @Test
    void theFirstAnchorMakesTheKeyAndTheJournalSaysSo() throws Exception {
        day();
        List<AnchorLine.Signed> first = anchors.make();
        Entry made = journal.find("1", 6).orElseThrow();
        assertThat(made.type()).isEqualTo("JournalKeyMade");
        assertThat(made.payload().get("key").getAsString())
                .isEqualTo(first.get(0).key());
        assertThat(first.get(0).anchor().hash()).isEqualTo(made.hash());
        clock.advance(Duration.ofDays(1));
        List<AnchorLine.Signed> second = anchors(new MarkedSecrets("vault")).make();
        assertThat(second.get(0).key()).isEqualTo(first.get(0).key());
        assertThat(Files.readAllLines(folder.resolve("anchors.jsonl")))
                .containsExactly(first.get(0).toJsonLine(), second.get(0).toJsonLine());
        assertThat(folder.resolve("journal-key.json"))
                .hasContent(
                        "{\"algorithm\":\"Ed25519\",\"key\":\"" + first.get(0).key() + "\",\"lane\":\"1\"}\n");
        assertThat(anchors.verify(kept())).isInstanceOf(Whole.class);
    }

    @Test
    void theSecretLiesSealedAndOpensInItsOwnHomeOnly() throws Exception {
        day();
        anchors.make();
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(() -> anchors(new MarkedSecrets("another vault")).make());
        database.tamper("UPDATE journal_key SET public_key = '" + "a".repeat(64) + "'");
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(anchors::make)
                .withMessageContaining("not the one that the database names");
    }

    @Test
    void whatWasDoneToTheJournalIsNamed() throws Exception {
        List<List<String>> deeds = List.of(
                List.of("UPDATE journal SET payload = REPLACE(payload, '300', '301') WHERE seq = 3"),
                List.of("DELETE FROM journal WHERE seq = 3"),
                List.of(
                        "UPDATE journal SET seq = seq + 90 WHERE seq = 3 OR seq = 4",
                        "UPDATE journal SET seq = 97 - seq WHERE seq > 90"),
                List.of("DELETE FROM journal WHERE seq > 2"));
        for (List<String> deed : deeds) {
            close();
            Files.deleteIfExists(folder.resolve("anchors.jsonl"));
            open();
            day();
            anchors.make();
            assertThat(anchors.verify(kept())).isInstanceOf(Whole.class);
            for (String sql : deed) {
                database.tamper(sql);
            }
            assertThat(anchors.verify(kept()))
                    .as(deed.toString())
                    .isInstanceOfSatisfying(
                            Broken.class, broken -> assertThat(broken.seq()).isEqualTo(3));
        }
    }

    @Test
    void aDatabaseThatWasRolledBackAndSoldOnIsNamed() throws Exception {
        day();
        anchors.make();
        day();
        anchors.make();
        database.tamper("DELETE FROM journal WHERE seq > 6");
        journal = new LaneJournal(database, FixedHome.japanese(), clock);
        anchors = anchors(new MarkedSecrets("vault"));
        clock.advance(Duration.ofHours(1));
        List<AnchorLine> kept = kept();
        day();
        day();
        assertThat(journal.verify()).isInstanceOf(Whole.class);
        assertThat(anchors.verify(kept)).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.seq()).isEqualTo(11);
            assertThat(broken.why()).contains("anchor");
        });
    }

    @Test
    void everyChangedDigitOfAnAnchorIsFound() throws Exception {
        day();
        AnchorLine.Signed real = anchors.make().get(0);
        Anchor anchor = real.anchor();
        for (AnchorLine.Signed forged : List.of(
                new AnchorLine.Signed(new Anchor("1", 5, anchor.hash(), anchor.time()), real.key(), real.signature()),
                new AnchorLine.Signed(
                        new Anchor("2", anchor.seq(), anchor.hash(), anchor.time()), real.key(), real.signature()),
                new AnchorLine.Signed(
                        new Anchor("1", anchor.seq(), flipped(anchor.hash()), anchor.time()),
                        real.key(),
                        real.signature()),
                new AnchorLine.Signed(
                        new Anchor(
                                "1", anchor.seq(), anchor.hash(), anchor.time().plusMillis(1)),
                        real.key(),
                        real.signature()),
                new AnchorLine.Signed(anchor, flipped(real.key()), real.signature()),
                new AnchorLine.Signed(anchor, real.key(), flipped(real.signature())))) {
            assertThat(anchors.verify(List.of(real, forged))).isEqualTo(new Distrusted(2, Reason.WRONG_SIGNATURE));
        }
    }

    @Test
    void onlyTheNotedKeyIsBelievedWhateverTheDatabaseSays() throws Exception {
        day();
        AnchorLine.Signed own = anchors.make().get(0);
        assertThat(anchors.verify(List.of(own), Optional.of(own.key()))).isInstanceOf(Whole.class);
        assertThat(anchors.verify(List.of(own), Optional.of("ab".repeat(32))))
                .isEqualTo(new Distrusted(1, Reason.OTHER_KEY));
        try (AnchorKey noted = new AnchorKey(new byte[32])) {
            Anchor later = new Anchor(
                    own.anchor().lane(),
                    own.anchor().seq() + 5,
                    own.anchor().hash(),
                    own.anchor().time());
            AnchorLine.Signed cut = noted.sign(later);
            assertThat(anchors.verify(List.of(cut))).isEqualTo(new Distrusted(1, Reason.OTHER_KEY));
            assertThat(anchors.verify(List.of(cut), Optional.of(cut.key()))).isInstanceOf(Broken.class);
        }
    }

    @Test
    void anAnchorAfterOneThatWasCutOffStandsOnALineOfItsOwn() throws Exception {
        day();
        anchors.make();
        Path file = folder.resolve(Anchors.FILE);
        String whole = Files.readString(file);
        Files.writeString(file, whole + whole.substring(0, whole.length() / 2));
        anchors.make();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        assertThat(AnchorLine.isTorn(lines.get(1))).isTrue();
        assertThat(AnchorLine.isTorn(lines.get(0))).isFalse();
        assertThat(anchors.verify(List.of(AnchorLine.of(lines.get(0)), AnchorLine.of(lines.get(2)))))
                .isInstanceOf(Whole.class);
    }

    @Test
    void anAnchorByAnotherKeyIsNotBelieved() throws Exception {
        day();
        AnchorLine.Signed real = anchors.make().get(0);
        try (AnchorKey other = new AnchorKey(new byte[32])) {
            AnchorLine.Signed right = other.sign(real.anchor());
            AnchorLine.Signed wrong = other.sign(new Anchor("1", 3, "a".repeat(64), clock.now()));
            assertThat(right.holds()).isTrue();
            assertThat(anchors.verify(List.of(real, right))).isEqualTo(new Distrusted(2, Reason.OTHER_KEY));
            assertThat(anchors.verify(List.of(wrong))).isEqualTo(new Distrusted(1, Reason.OTHER_KEY));
        }
    }

    @Test
    void anAnchorWhoseSignatureWasTakenOffIsNotBelieved() throws Exception {
        day();
        AnchorLine.Signed first = anchors.make().get(0);
        day();
        AnchorLine stripped = new AnchorLine.Unsigned(anchors.make().get(0).anchor());
        assertThat(anchors.verify(List.of(stripped, first))).isEqualTo(new Distrusted(1, Reason.SIGNATURE_MISSING));
    }

    @Test
    void anchorsOfEarlierVersionsAreStillRead() throws Exception {
        day();
        AnchorLine earlier = AnchorLine.of(journal.heads().get(0).toJson());
        assertThat(earlier).isInstanceOf(AnchorLine.Unsigned.class);
        day();
        List<AnchorLine> lines = new ArrayList<>(List.of(earlier));
        lines.addAll(anchors.make());
        assertThat(anchors.verify(lines)).isInstanceOf(Whole.class);
        database.tamper("DELETE FROM journal WHERE seq > 3");
        Verification cut = anchors.verify(List.of(earlier));
        assertThat(cut)
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.seq()).isEqualTo(4));
    }

    @Test
    void whatIsNoAnchorIsNotRead() throws Exception {
        day();
        String line = anchors.make().get(0).toJsonLine();
        for (String bad : List.of(
                "[]",
                line.replace("\"key\":\"", "\"key\":\"F"),
                line.replace("\"signature\"", "\"signatur\""),
                line.replace("}", ",\"more\":1}"),
                line.replaceFirst("\"key\":\"[0-9a-f]*\",", ""))) {
            assertThatIllegalArgumentException().as(bad).isThrownBy(() -> AnchorLine.of(bad));
        }
    }

    private List<AnchorLine> kept() throws Exception {
        return Files.readAllLines(folder.resolve("anchors.jsonl")).stream()
                .map(AnchorLine::of)
                .toList();
    }

    private HomeAnchors anchors(Secrets secrets) {
        return new HomeAnchors(new FolderHome(folder), database, secrets, journal);
    }

    private void day() throws StorageFault {
        for (int i = 1; i <= 5; i++) {
            JsonObject details = new JsonObject();
            details.addProperty("total", i * 100);
            journal.record(new Fact("SaleClosed", 1, "hanako", details));
        }
    }

    private static String flipped(String hex) {
        return (hex.charAt(0) == '0' ? '1' : '0') + hex.substring(1);
    }

    /** Seals by a mark alone: what a vault does is tested where it is. */
    private record MarkedSecrets(String mark) implements Secrets {

        @Override
        public byte[] seal(byte[] secret, String purpose) {
            byte[] head = head(purpose);
            byte[] sealed = Arrays.copyOf(head, head.length + secret.length);
            System.arraycopy(secret, 0, sealed, head.length, secret.length);
            return sealed;
        }

        @Override
        public byte[] open(byte[] sealed, String purpose) throws StorageFault {
            byte[] head = head(purpose);
            if (!Arrays.equals(sealed, 0, head.length, head, 0, head.length)) {
                throw new StorageFault(StorageFault.Kind.DAMAGED, "another vault's");
            }
            return Arrays.copyOfRange(sealed, head.length, sealed.length);
        }

        private byte[] head(String purpose) {
            return (mark + "\n" + purpose + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    private record FolderHome(Path folder) implements Home {

        @Override
        public boolean isInitialised() {
            return true;
        }

        @Override
        public StoreSettings settings() throws HomeFault {
            return FixedHome.japanese().settings();
        }

        @Override
        public StoreSettings parse(String ignored) {
            throw new IllegalStateException("nobody makes a home here");
        }

        @Override
        public void create(StoreSettings ignored) {
            throw new IllegalStateException("it is there");
        }
    }
}
