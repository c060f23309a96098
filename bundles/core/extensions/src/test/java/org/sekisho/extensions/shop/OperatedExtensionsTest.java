package org.sekisho.extensions.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sekisho.extensions.Difference;
import org.sekisho.extensions.VetReport;
import org.sekisho.gate.operate.ApproverKey;
import org.sekisho.gate.operate.Change;
import org.sekisho.store.Home;
import org.sekisho.store.Issuer;
import org.sekisho.store.StoreSettings;

/** What happened is written down however it ended, and told where it cannot be. */
class OperatedExtensionsTest {

    private static final Path FOLDER = Path.of("/");

    private final FakeGate gate = new FakeGate();
    private final FakeJournal journal = new FakeJournal();
    private final OperatedExtensions extensions = new OperatedExtensions(
            gate, gate, (fileName, jar) -> fit(fileName), journal, journal, new InitialisedHome());

    private final List<ApproverKey> mai = List.of(new ApproverKey() {
        @Override
        public String name() {
            return "mai";
        }

        @Override
        public byte[] publicKey() {
            return new byte[32];
        }

        @Override
        public byte[] sign(byte[] message) {
            return new byte[64];
        }
    });

    private static VetReport fit(String fileName) {
        return new VetReport(
                fileName,
                FakeGate.LOYALTY.sha256(),
                "loyalty",
                "1.0.0",
                "Example",
                List.of(),
                List.of(),
                false,
                "",
                "",
                List.of(),
                List.of(),
                Difference.NONE);
    }

    /** One lane, of a shop in Japan. */
    private static final class InitialisedHome implements Home {

        @Override
        public Path folder() {
            return FOLDER;
        }

        @Override
        public boolean isInitialised() {
            return true;
        }

        @Override
        public StoreSettings settings() {
            return StoreSettings.ofJapaneseShop(new Issuer("Example", ""));
        }

        @Override
        public StoreSettings parse(String storeJson) {
            return settings();
        }

        @Override
        public void create(StoreSettings settings) {}
    }

    @Test
    void whatIsInForceIsToldAsSuchWhenTheJournalIsFull() throws Exception {
        journal.full = true;
        Change change = extensions.approve(FakeGate.LOYALTY, mai, Locale.ROOT);
        assertThat(change.started()).hasSize(1);
        assertThat(change.notes()).hasSize(1);
        assertThat(change.notes().get(0))
                .startsWith("The change is in force, but the journal did not take it: the disk is full.");
        assertThat(extensions
                        .install("loyalty.jar", new byte[] {1}, "mai", Locale.JAPANESE)
                        .notes()
                        .get(0))
                .contains("変更は有効です");
    }

    @Test
    void whatTheGateStumblesOverIsWrittenDownTooAsFarAsItIsInForce() {
        int before = journal.transactions.get();
        assertThatThrownBy(() -> extensions.remove("loyalty", mai, Locale.ROOT))
                .isInstanceOf(IllegalStateException.class);
        assertThat(journal.transactions.get()).isEqualTo(before + 1);
    }

    @Test
    void listsThatWereTakenAreToldThoughWhatTheyBringCannotBeFetched() throws Exception {
        gate.awaited = List.of(FakeGate.LOYALTY);
        gate.isNetworkGone = true;
        Change change = extensions.update(Optional.of("stick"), FOLDER, Locale.ROOT, file -> {});
        assertThat(change.started()).hasSize(1);
        assertThat(change.notes()).hasSize(1);
        assertThat(change.notes().get(0)).startsWith("loyalty-1.0.0.jar could not be brought: no route.");
    }

    @Test
    @Timeout(20)
    void whatStopsWhenTheDayClosesIsWrittenDownOnAThreadOfItsOwn() throws Exception {
        DayClose close = new DayClose(gate, journal);
        close.notifyUntyped("org/sekisho/ZReport", Map.of());
        while (journal.types.isEmpty()) {
            Thread.sleep(10);
        }
        close.end();
        assertThat(journal.types).containsExactly("BundleStopped");
        assertThat(gate.closer).isNotSameAs(Thread.currentThread());
    }
}
