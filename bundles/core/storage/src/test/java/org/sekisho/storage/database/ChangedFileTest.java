package org.sekisho.storage.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.storage.StorageFault;

/** One flipped byte in a file of the database is reported with its place, never served and never skipped. */
class ChangedFileTest {

    private static final int ROWS = 200;

    /** Of HSQLDB's file. */
    private static final int PAGE = 16_384;

    @TempDir
    Path temp;

    /** A home that was closed in order, and one that was killed with a log and overwritten pages. */
    private Path closed;

    private Path killed;

    @BeforeEach
    void makeHomes() throws Exception {
        TestStore store = TestStore.in(temp.resolve("made"), "hsqldb");
        RegisterDatabase database = store.open(TestStore.SALES);
        fill(database, 0, ROWS);
        database.stop();
        closed = copy(store.data(), temp.resolve("closed"));
        database = store.open(TestStore.SALES);
        fill(database, ROWS, 20);
        killed = copy(store.data(), temp.resolve("killed"));
        database.stop();
        this.store = store;
    }

    private TestStore store;

    private static void fill(RegisterDatabase database, int from, int count) throws StorageFault {
        for (int i = from; i < from + count; i++) {
            int id = i;
            database.transact(tx -> {
                DatabaseContract.insert(tx, id, "sale " + id + " おにぎり".repeat(20));
                return 1;
            });
        }
    }

    static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        return to;
    }

    private void use(Path data) throws IOException {
        try (Stream<Path> files = Files.list(store.data())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        copy(data, store.data());
    }

    private static void flip(Path file, long at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) at] ^= 0x10;
        Files.write(file, bytes);
    }

    /** Every row that was committed, or DAMAGED: nothing in between. */
    private String outcome(int rows) {
        RegisterDatabase database = store.open(TestStore.SALES);
        try {
            List<String> bodies = DatabaseContract.bodies(database);
            return bodies.size() == rows ? "whole" : bodies.size() + " rows were served";
        } catch (StorageFault e) {
            return e.kind() == StorageFault.Kind.DAMAGED && e.getMessage().contains("register.")
                    ? "damaged"
                    : e.kind() + " " + e.getMessage();
        } finally {
            database.stop();
        }
    }

    private void everyFlipIsReported(Path data, String name, int rows, int rounds) throws IOException {
        use(data);
        long length = Files.size(store.data().resolve(name));
        assertThat(length).isPositive();
        Random random = new Random(20260101);
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            use(data);
            long at = i == 0 ? 0 : i == 1 ? length - 1 : random.nextLong(length);
            flip(store.data().resolve(name), at);
            String outcome = outcome(rows);
            if (!outcome.equals("damaged")) {
                missed.add("byte " + at + " of " + length + ": " + outcome);
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void untouchedFilesOpen() throws IOException {
        use(closed);
        assertThat(outcome(ROWS)).isEqualTo("whole");
        use(killed);
        assertThat(outcome(ROWS + 20)).isEqualTo("whole");
    }

    @Test
    void inTheLog() throws IOException {
        everyFlipIsReported(killed, "register.log", ROWS + 20, 60);
    }

    @Test
    void inTheScript() throws IOException {
        everyFlipIsReported(closed, "register.script", ROWS, 40);
        everyFlipIsReported(killed, "register.script", ROWS + 20, 10);
    }

    @Test
    void inTheSealOfThePages() throws IOException {
        everyFlipIsReported(closed, "register.pages", ROWS, 20);
    }

    @Test
    void inTheWordsAboutTheFiles() throws IOException {
        use(killed);
        Path properties = store.data().resolve("register.properties");
        String text = Files.readString(properties);
        for (String changed : List.of(
                "modified=no", "modified=yet", "modifiee=yes", "modified=yes-new-filez", "modified=no-new-files")) {
            use(killed);
            Files.writeString(properties, text.replace("modified=yes", changed));
            assertThat(outcome(ROWS + 20)).as(changed).isEqualTo("damaged");
        }
    }

    @Test
    void inTheUsedPartOfTheData() throws Exception {
        use(closed);
        Path data = store.data().resolve("register.data");
        byte[] bytes = Files.readAllBytes(data);
        long used = java.nio.ByteBuffer.wrap(bytes).getLong(12);
        assertThat(used).isBetween(10_000L, (long) bytes.length);
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            use(closed);
            long at = i < 36 ? i : random.nextLong(used);
            flip(data, at);
            assertThat(outcome(ROWS)).as("byte " + at).isEqualTo("damaged");
        }
    }

    @Test
    void faultNamesTheFileAndThePlace() throws IOException {
        use(killed);
        flip(store.data().resolve("register.log"), 100);
        RegisterDatabase database = store.open(TestStore.SALES);
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(database::open)
                .withMessageMatching("(?s)register\\.log, record \\d+ \\(at byte \\d+\\).*");
        database.stop();
        use(closed);
        flip(store.data().resolve("register.data"), 20_000);
        database = store.open(TestStore.SALES);
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(database::open)
                .withMessageStartingWith("register.data, page 2 (bytes 16384 to ");
        database.stop();
    }

    /** Then the digests do not count, and every row is read through every tree instead. */
    @Test
    void inTheDataWhileACheckpointWasUnderWay() throws Exception {
        use(closed);
        Path data = store.data().resolve("register.data");
        Files.createFile(store.data().resolve("register.checkpointing"));
        assertThat(outcome(ROWS)).isEqualTo("whole");
        long used = java.nio.ByteBuffer.wrap(Files.readAllBytes(data)).getLong(12);
        Random random = new Random(11);
        List<String> outcomes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            use(closed);
            Files.createFile(store.data().resolve("register.checkpointing"));
            long at = 64 + random.nextLong(used - 64);
            flip(data, at);
            outcomes.add(outcome(ROWS));
        }
        assertThat(outcomes).contains("damaged").isSubsetOf("damaged", "whole");
    }

    @Test
    void removedFileIsReported() throws IOException {
        for (String name : List.of("register.script", "register.data", "register.pages")) {
            use(closed);
            Files.delete(store.data().resolve(name));
            assertThat(outcome(ROWS)).as(name).isEqualTo("damaged");
        }
    }

    @Test
    void recordCutShortByACrashIsDroppedAndReported() throws IOException {
        use(killed);
        Path log = store.data().resolve("register.log");
        byte[] whole = Files.readAllBytes(log);
        for (int torn : new int[] {1, 3, 4, 5, 20, 33}) {
            use(killed);
            byte[] more = java.util.Arrays.copyOf(whole, whole.length + torn);
            System.arraycopy(whole, 0, more, whole.length, torn);
            Files.write(log, more);
            RegisterDatabase database = store.open(TestStore.SALES);
            List<String> heard = new ArrayList<>();
            database.addListener(heard::add);
            assertThat(outcomeOf(database)).as(torn + " bytes").isEqualTo(ROWS + 20);
            assertThat(heard)
                    .singleElement()
                    .asString()
                    .contains("register.log")
                    .contains("first " + torn + " bytes");
            database.stop();
        }
    }

    @Test
    void sectorsThatAPowerCutLeftUnwrittenAreDroppedAndReported() throws IOException {
        use(killed);
        Path log = store.data().resolve("register.log");
        byte[] whole = Files.readAllBytes(log);
        Files.write(log, java.util.Arrays.copyOf(whole, whole.length + 700));
        RegisterDatabase database = store.open(TestStore.SALES);
        List<String> heard = new ArrayList<>();
        database.addListener(heard::add);
        assertThat(outcomeOf(database)).isEqualTo(ROWS + 20);
        assertThat(heard).hasSize(1);
        database.stop();
    }

    private static int outcomeOf(RegisterDatabase database) {
        try {
            return DatabaseContract.bodies(database).size();
        } catch (StorageFault e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    @Test
    void changedVaultFileIsReported() throws IOException {
        Path file = store.folder().resolve("vault.json");
        byte[] whole = Files.readAllBytes(file);
        String text = new String(whole, UTF_8);
        int envelope = text.indexOf("wrapped") + 20;
        flip(file, envelope);
        RegisterDatabase database = store.open(TestStore.SALES);
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(database::open)
                .extracting(StorageFault::kind)
                .isEqualTo(StorageFault.Kind.DAMAGED);
        database.stop();
        Files.write(file, whole);
    }

    /** Exchanges as many bytes at two places. */
    private void exchange(String name, int one, int other, int length) throws IOException {
        Path file = store.data().resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        byte[] kept = Arrays.copyOfRange(bytes, one, one + length);
        System.arraycopy(bytes, other, bytes, one, length);
        System.arraycopy(kept, 0, bytes, other, length);
        Files.write(file, bytes);
    }

    @Test
    void pagesThatChangedPlacesAreReported() throws IOException {
        int pages = (int) (Files.size(closed.resolve("register.data")) / PAGE);
        assertThat(pages).isGreaterThan(2);
        int missed = 0;
        for (int one = 0; one < pages; one++) {
            for (int other = one + 1; other < pages; other++) {
                use(closed);
                byte[] data = Files.readAllBytes(store.data().resolve("register.data"));
                if (!Arrays.equals(data, one * PAGE, (one + 1) * PAGE, data, other * PAGE, (other + 1) * PAGE)) {
                    exchange("register.data", one * PAGE, other * PAGE, PAGE);
                    missed += outcome(ROWS).equals("damaged") ? 0 : 1;
                }
            }
        }
        assertThat(missed).as("exchanges that were not reported").isZero();
    }

    /** Each row is authentic by itself: what stands around it is what tells. */
    @Test
    void rowsThatChangedPlacesWithinAPageAreReported() throws IOException {
        use(closed);
        byte[] data = Files.readAllBytes(store.data().resolve("register.data"));
        List<Integer> rows = new ArrayList<>();
        for (int at = 2 * PAGE; at + 512 < 3 * PAGE; at += 512) {
            rows.add(at);
        }
        int reported = 0;
        int exchanged = 0;
        for (int row = 1; row < rows.size(); row++) {
            use(closed);
            if (!Arrays.equals(data, rows.get(0), rows.get(0) + 512, data, rows.get(row), rows.get(row) + 512)) {
                exchange("register.data", rows.get(0), rows.get(row), 512);
                exchanged++;
                reported += outcome(ROWS).equals("damaged") ? 1 : 0;
            }
        }
        assertThat(exchanged).isPositive();
        assertThat(reported).isEqualTo(exchanged);
    }

    @Test
    void anOlderFileInThePlaceOfANewOneIsReported() throws Exception {
        use(closed);
        RegisterDatabase database = store.open(TestStore.SALES);
        fill(database, ROWS, 30);
        database.stop();
        Path newer = copy(store.data(), temp.resolve("newer"));
        for (String name : List.of("register.data", "register.pages")) {
            use(newer);
            Files.copy(closed.resolve(name), store.data().resolve(name), StandardCopyOption.REPLACE_EXISTING);
            assertThat(outcome(ROWS + 30)).as(name).isEqualTo("damaged");
        }
    }

    @Test
    void piecesOfTheScriptThatChangedPlacesOrCameTwiceAreReported() throws IOException {
        use(closed);
        ByteBuffer script = ByteBuffer.wrap(Files.readAllBytes(store.data().resolve("register.script")));
        List<byte[]> pieces = new ArrayList<>();
        while (script.hasRemaining()) {
            byte[] piece = new byte[Integer.BYTES + script.getInt(script.position())];
            script.get(piece);
            pieces.add(piece);
        }
        pieces.add(0, pieces.get(pieces.size() - 1));
        write("register.script", pieces);
        assertThat(outcome(ROWS)).isEqualTo("damaged");
        use(closed);
        pieces.remove(0);
        pieces.add(pieces.get(0));
        write("register.script", pieces);
        assertThat(outcome(ROWS)).isEqualTo("damaged");
    }

    /** Decision 003 says so, and why: what it may change, the journal's chain tells. Nothing else than rows that were written is ever served. */
    @Test
    void recordsOfTheLogThatChangedPlacesAreEachAuthentic() throws IOException {
        use(killed);
        ByteBuffer log = ByteBuffer.wrap(Files.readAllBytes(store.data().resolve("register.log")));
        List<byte[]> records = new ArrayList<>();
        while (log.hasRemaining()) {
            byte[] record = new byte[Integer.BYTES + log.getInt(log.position())];
            log.get(record);
            records.add(record);
        }
        List<String> outcomes = new ArrayList<>();
        for (int first = 0; first + 3 < records.size(); first += 3) {
            use(killed);
            List<byte[]> moved = new ArrayList<>(records);
            moved.set(first, records.get(first + 3));
            moved.set(first + 3, records.get(first));
            write("register.log", moved);
            outcomes.add(outcome(ROWS + 20));
        }
        assertThat(outcomes)
                .isNotEmpty()
                .allMatch(outcome -> outcome.matches("(?s)whole|damaged|DAMAGED .*|2[0-9]{2} rows were served"));
    }

    private void write(String name, List<byte[]> pieces) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        pieces.forEach(whole::writeBytes);
        Files.write(store.data().resolve(name), whole.toByteArray());
    }
}
