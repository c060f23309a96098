package org.sekisho.journal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.journal.Fact;
import org.sekisho.journal.JournalQuery;
import org.sekisho.journal.JournalSearch.Found;
import org.sekisho.journal.fixture.FixedHome;
import org.sekisho.journal.fixture.HandClock;
import org.sekisho.journal.fixture.MemoryDatabase;
import org.sekisho.storage.StorageFault;

/** Ten days from the first of April, each a sale of that day's number times 100 and a drawer opening without one. */
class DateIndexTest {

    private final HandClock clock = new HandClock("2026-04-01T09:00:00Z");
    private MemoryDatabase database;
    private LaneJournal journal;

    @BeforeEach
    void tenDays() throws Exception {
        database = new MemoryDatabase(new JournalSchema());
        journal = new LaneJournal(database, FixedHome.japanese(), clock);
        for (int day = 1; day <= 10; day++) {
            journal.record(sale(day % 2 == 0 ? "hanako" : "taro", day * 100L, "Voucher-" + day));
            journal.record(new Fact("NoSale", 1, "hanako", new JsonObject()));
            clock.advance(Duration.ofDays(1));
        }
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void nothingGivenFindsEverything() throws Exception {
        assertThat(search(null, null, null, null, null, null, null)).hasSize(20);
    }

    @Test
    void datesAreARangeWithBothEnds() throws Exception {
        assertThat(seqs(search(day(3), day(4), null, null, null, null, null))).containsExactly(5L, 6L, 7L, 8L);
        assertThat(seqs(search(day(10), null, null, null, null, null, null))).containsExactly(19L, 20L);
        assertThat(seqs(search(null, day(1), null, null, null, null, null))).containsExactly(1L, 2L);
        assertThat(search(day(11), null, null, null, null, null, null)).isEmpty();
        assertThat(search(day(4), day(3), null, null, null, null, null)).isEmpty();
    }

    @Test
    void amountsAreARangeWithBothEnds() throws Exception {
        assertThat(seqs(search(null, null, 300L, 400L, null, null, null))).containsExactly(5L, 7L);
        assertThat(seqs(search(null, null, 1000L, null, null, null, null))).containsExactly(19L);
        assertThat(seqs(search(null, null, null, 100L, null, null, null))).containsExactly(1L);
    }

    @Test
    void typeOperatorAndTextAreFound() throws Exception {
        assertThat(search(null, null, null, null, "NoSale", null, null)).hasSize(10);
        assertThat(search(null, null, null, null, null, "taro", null)).hasSize(5);
        assertThat(seqs(search(null, null, null, null, null, null, "VOUCHER-7")))
                .containsExactly(13L);
        assertThat(search(null, null, null, null, null, null, "tenders"))
                .as("a field's name")
                .isEmpty();
    }

    @Test
    void twoFieldsTogetherMustBothFit() throws Exception {
        assertThat(seqs(search(day(2), day(6), 500L, null, null, null, null))).containsExactly(9L, 11L);
        assertThat(seqs(search(day(2), day(6), null, null, null, null, "voucher-6")))
                .containsExactly(11L);
        assertThat(search(day(2), day(5), null, null, null, null, "voucher-6")).isEmpty();
        assertThat(seqs(search(null, null, 600L, 800L, null, "taro", null))).containsExactly(13L);
    }

    @Test
    void whatWasRecordedOnALaterDayIsMarked() throws Exception {
        JsonObject late = new JsonObject();
        late.addProperty("businessDate", "2026-04-02");
        late.addProperty("amount", 250);
        journal.record(new Fact("PaidOut", 1, "hanako", late));
        List<Found> found = search(day(2), day(2), null, null, null, null, null);
        assertThat(seqs(found)).containsExactly(3L, 4L, 21L);
        assertThat(found).extracting(Found::late).containsExactly(false, false, true);
        assertThat(found.get(2).amount()).hasValue(250);
    }

    @Test
    void manyPagesAreFoundOnce() throws Exception {
        database.transact(tx -> {
            for (int i = 0; i < 3 * JournalTable.PAGE; i++) {
                journal.append(tx, sale("hanako", i, "x"));
            }
            return true;
        });
        clock.advance(Duration.ofDays(1));
        journal.record(sale("hanako", 1, "x"));
        assertThat(seqs(search(day(11), null, null, null, null, null, null)))
                .hasSize(3 * JournalTable.PAGE + 1)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void aRangeOfDatesReadsItsDaysOnly() throws Exception {
        List<String> plan = new ArrayList<>();
        database.read(tx -> {
            try (ResultSet rows =
                    tx.prepare("EXPLAIN PLAN FOR " + DateIndex.PAGE).executeQuery()) {
                while (rows.next()) {
                    plan.add(rows.getString(1));
                }
            }
            return plan;
        });
        assertThat(String.join("\n", plan)).contains("JOURNAL_BY_DATE");
    }

    @Test
    void aChangedEntryIsNotServed() throws Exception {
        database.tamper("UPDATE journal SET payload = REPLACE(payload, '300', '301') WHERE seq = 5");
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(() -> search(day(3), day(3), null, null, null, null, null))
                .withMessageContaining("entry 5 of lane 1");
    }

    private List<Found> search(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Long min,
            @Nullable Long max,
            @Nullable String type,
            @Nullable String operator,
            @Nullable String text)
            throws Exception {
        List<Found> found = new ArrayList<>();
        new DateIndex(database, clock)
                .search(new JournalQuery(from, until, min, max, type, operator, text), found::add);
        return found;
    }

    private static List<Long> seqs(List<Found> found) {
        return found.stream().map(one -> one.entry().seq()).toList();
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 4, day);
    }

    private static Fact sale(String operator, long total, String voucher) {
        JsonObject details = new JsonObject();
        details.addProperty("total", total);
        details.addProperty("voucher", voucher);
        return new Fact("SaleClosed", 1, operator, details);
    }
}
