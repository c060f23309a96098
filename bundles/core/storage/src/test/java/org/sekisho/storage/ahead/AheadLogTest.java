package org.sekisho.storage.ahead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.database.TestStore;
import org.sekisho.storage.key.OpenVault;
import org.sekisho.storage.seal.DatabaseFiles;
import org.sekisho.storage.seal.SealContext;

/** What of the log is believed after a crash, and what of it is refused. */
class AheadLogTest {

    private static final int SIZE = 64 << 10;

    @TempDir
    Path temp;

    private DatabaseFiles files;
    private OpenVault vault;

    @BeforeEach
    void open() throws Exception {
        vault = TestStore.in(temp, "hsqldb").vault().open();
        files = new DatabaseFiles(temp.resolve("data"));
        files.make();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private AheadLog log() throws IOException {
        return AheadLog.open(files, vault.sealer(), AheadLog.Disk.REAL, SIZE);
    }

    private static Changes changes(String what) {
        AheadTransaction tx = new AheadTransaction();
        tx.write("INSERT INTO sale (id, body) VALUES (?, ?)", 1L, what);
        return tx.end();
    }

    private void append(AheadLog log, long number, String what, boolean flush) throws IOException {
        assertThat(log.append(number, changes(what), flush)).isTrue();
    }

    private AheadLog.Found found(long applied) throws IOException, StorageFault {
        try (AheadLog log = log()) {
            return log.find(applied);
        }
    }

    private void assertFound(long applied, String... left) throws IOException, StorageFault {
        AheadLog.Found found = found(applied);
        assertThat(found.left().stream().map(each -> Arrays.toString(each.bytes())))
                .containsExactlyElementsOf(Arrays.stream(left)
                        .map(each -> Arrays.toString(changes(each).bytes()))
                        .toList());
        assertThat(found.last()).isEqualTo(applied + left.length);
        assertThat(found.torn()).isEmpty();
    }

    private byte[] content() throws IOException {
        return Files.readAllBytes(files.ahead());
    }

    private static int end(byte[] content) {
        int end = content.length;
        while (end > 0 && content[end - 1] == 0) {
            end--;
        }
        return end;
    }

    @Test
    void findsWhatIsNotAppliedInOrder() throws Exception {
        assertFound(0);
        try (AheadLog log = log()) {
            append(log, 1, "one", true);
            append(log, 2, "two", false);
            append(log, 3, "three", true);
        }
        assertFound(0, "one", "two", "three");
        assertFound(2, "three");
        assertFound(3);
    }

    @Test
    void beginsInFrontOnceItMayForget() throws Exception {
        try (AheadLog log = log()) {
            for (int i = 1; i <= 9; i++) {
                append(log, i, "x".repeat(i * 37), true);
            }
            log.forget();
            append(log, 10, "ten", true);
            append(log, 11, "eleven", false);
        }
        assertFound(9, "ten", "eleven");
        assertFound(11);
        assertThat(files.ahead()).hasSize(SIZE);
    }

    @Test
    void leavesNothingWhenItIsCleared() throws Exception {
        try (AheadLog log = log()) {
            append(log, 1, "one", true);
            append(log, 2, "two", true);
            log.clear();
        }
        assertThat(end(content())).isZero();
        assertFound(2);
    }

    @Test
    void refusesMoreThanFits() throws Exception {
        try (AheadLog log = log()) {
            assertThat(log.append(1, changes("x".repeat(SIZE)), true)).isFalse();
            append(log, 1, "x".repeat(SIZE * 9 / 10), true);
            assertThat(log.append(2, changes("y".repeat(SIZE / 10)), true)).isFalse();
        }
        assertFound(0, "x".repeat(SIZE * 9 / 10));
    }

    /** Every byte of every record but the padding of its last sector, which holds nothing. */
    @Test
    void everyFlippedByteIsRefusedOrHoldsNothing() throws Exception {
        try (AheadLog log = log()) {
            append(log, 1, "x".repeat(1000), true);
            append(log, 2, "two", true);
            append(log, 3, "y".repeat(600), true);
        }
        byte[] good = content();
        int refused = 0;
        for (int at = 0; at < end(good); at++) {
            byte[] changed = good.clone();
            changed[at] ^= 0x10;
            Files.write(files.ahead(), changed);
            try {
                AheadLog.Found found = found(0);
                assertThat(found.left()).as("byte " + at).hasSize(3);
                assertThat(found.torn()).isEmpty();
                assertThat(good[at]).as("byte " + at + " holds nothing").isZero();
            } catch (StorageFault e) {
                assertThat(e.kind()).isEqualTo(StorageFault.Kind.DAMAGED);
                assertThat(e).hasMessageContaining("register.ahead");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1600);
    }

    /** A disk writes sectors in any order: of the last record any of them may be missing, with zeros or an older record in their place. */
    @Test
    void lastRecordThatMissesSectorsIsDroppedAndTold() throws Exception {
        byte[] before;
        try (AheadLog log = log()) {
            append(log, 1, "old ".repeat(700), true);
            log.forget();
            append(log, 2, "one", true);
            before = content();
            append(log, 3, "x".repeat(1000), true);
        }
        byte[] after = content();
        int sectors = 3;
        for (int missing = 1; missing < 1 << sectors; missing++) {
            for (byte[] instead : List.of(before, new byte[after.length])) {
                byte[] torn = after.clone();
                for (int sector = 0; sector < sectors; sector++) {
                    if ((missing & 1 << sector) != 0) {
                        int at = (1 + sector) * Sector.SIZE;
                        System.arraycopy(instead, at, torn, at, Sector.SIZE);
                    }
                }
                Files.write(files.ahead(), torn);
                AheadLog.Found found = found(1);
                assertThat(found.left()).as("missing " + missing).hasSize(1);
                assertThat(found.torn().isEmpty()).as("missing " + missing).isEqualTo(missing == 7);
            }
        }
    }

    @Test
    void recordThatWasNotFlushedMayBeMissingWithWhatFollowedIt() throws Exception {
        try (AheadLog log = log()) {
            append(log, 1, "one", true);
            append(log, 2, "two", false);
            append(log, 3, "three", false);
        }
        byte[] changed = content();
        Arrays.fill(changed, Sector.SIZE, 2 * Sector.SIZE, (byte) 0);
        Files.write(files.ahead(), changed);
        AheadLog.Found found = found(0);
        assertThat(found.left()).hasSize(1);
        assertThat(found.torn()).isNotEmpty();
    }

    @Test
    void recordBetweenIsMissed() throws Exception {
        try (AheadLog log = log()) {
            append(log, 1, "one", true);
            append(log, 3, "three", true);
        }
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> found(0));
    }

    @Test
    void recordUnderAnotherStampIsNotBelieved() throws Exception {
        byte[] sealed = vault.sealer().seal(changes("five").bytes(), SealContext.ahead(5, true));
        for (Sector other : List.of(
                new Sector(5, 0, true, sealed.length),
                new Sector(6, 0, true, sealed.length),
                new Sector(5, 0, false, sealed.length))) {
            ByteBuffer content = ByteBuffer.allocate(SIZE);
            other.write(sealed, content);
            Files.write(files.ahead(), content.array());
            if (other.number() == 5 && other.flushed()) {
                assertThat(found(4).left()).hasSize(1);
            } else {
                assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> found(other.number() - 1));
            }
        }
    }

    @Test
    void shortFileIsMadeWhole() throws Exception {
        Files.write(files.ahead(), new byte[100]);
        assertFound(0);
        assertThat(files.ahead()).hasSize(SIZE);
    }

    @Test
    void everyKindOfValueComesBack() throws Exception {
        AheadTransaction tx = new AheadTransaction();
        tx.writeOr("UPDATE t", "INSERT t", "茶", 7, 7L << 40, java.time.LocalDate.of(2026, 4, 1));
        Changes written = tx.end();
        assertThat(Changes.read(written.bytes()).bytes()).isEqualTo(written.bytes());
        AheadTransaction other = new AheadTransaction();
        assertThatExceptionOfType(NotAhead.class).isThrownBy(() -> other.write("UPDATE t", List.of()));
        assertThatExceptionOfType(NotAhead.class).isThrownBy(() -> other.prepare("SELECT 1"));
    }
}
