package org.sekisho.extensions.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.gate.operate.DocumentVersion;
import org.sekisho.gate.operate.ShopVersions;
import org.sekisho.gate.operate.Standing;
import org.sekisho.journal.Anchor;
import org.sekisho.journal.Entry;
import org.sekisho.journal.Fact;
import org.sekisho.journal.Journal;
import org.sekisho.journal.Verification;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** What the journal has seen, no home can unsay. */
class WitnessTest {

    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    private final Memory database = new Memory();
    private final Notebook journal = new Notebook();
    private final Witness witness = new Witness(database, journal, "1");

    WitnessTest() throws SQLException {
        database.apply(new SeenSchema().steps());
    }

    private static Standing standing(long targets, ShopVersions shop) {
        return new Standing(1, targets, targets, targets, "", "", shop, List.of("mai"));
    }

    private static ShopVersions shop(long epoch, long approvers, String first, long approvals, String second) {
        return new ShopVersions(epoch, new DocumentVersion(approvers, first), new DocumentVersion(approvals, second));
    }

    private boolean wasSetBack(Standing standing) throws StorageFault {
        boolean behind = witness.ahead(standing).isPresent();
        assertThat(witness.look(standing).isPresent()).isEqualTo(behind);
        return behind;
    }

    @Test
    void whatIsTheSameOrLaterIsTaken() throws StorageFault {
        assertThat(wasSetBack(standing(2, ShopVersions.NONE))).isFalse();
        assertThat(wasSetBack(standing(2, shop(0, 1, A, 1, A)))).isFalse();
        assertThat(wasSetBack(standing(2, shop(0, 1, A, 1, A)))).isFalse();
        assertThat(wasSetBack(standing(2, shop(0, 2, B, 2, B)))).isFalse();
        assertThat(witness.shop()).contains(shop(0, 2, B, 2, B));
        assertThat(journal.types)
                .containsExactly("TrustTaken", "TrustTaken", "ApproverEnrolled", "TrustTaken", "ApproverEnrolled");
    }

    @Test
    void theEntryNamesTheDocumentsByDigest() throws StorageFault {
        witness.look(standing(2, shop(3, 1, A, 4, B)));
        JsonObject taken = journal.details.get(0);
        assertThat(taken.get("epoch").getAsLong()).isEqualTo(3);
        assertThat(taken.get("approvers").getAsLong()).isEqualTo(1);
        assertThat(taken.get("approversSha256").getAsString()).isEqualTo(A);
        assertThat(taken.get("approvals").getAsLong()).isEqualTo(4);
        assertThat(taken.get("approvalsSha256").getAsString()).isEqualTo(B);
    }

    @Test
    void anotherDocumentOfTheSameVersionIsNoNews() throws StorageFault {
        witness.look(standing(2, shop(0, 1, A, 1, A)));
        assertThat(wasSetBack(standing(2, shop(0, 1, B, 1, A)))).isTrue();
        assertThat(wasSetBack(standing(2, shop(0, 1, A, 1, B)))).isTrue();
        assertThat(witness.shop()).contains(shop(0, 1, A, 1, A));
        assertThat(journal.types).endsWith("TrustRolledBack", "TrustRolledBack");
    }

    @Test
    void whatIsOlderIsFoundOut() throws StorageFault {
        witness.look(standing(2, shop(1, 2, A, 2, A)));
        assertThat(wasSetBack(standing(2, shop(1, 1, B, 2, A)))).isTrue();
        assertThat(wasSetBack(standing(2, shop(1, 2, A, 1, B)))).isTrue();
        assertThat(wasSetBack(standing(2, shop(0, 9, A, 9, A)))).isTrue();
        assertThat(wasSetBack(standing(1, shop(1, 2, A, 2, A)))).isTrue();
    }

    @Test
    void aNewEpochCountsFromTheBeginning() throws StorageFault {
        witness.look(standing(2, shop(0, 7, A, 7, A)));
        assertThat(wasSetBack(standing(3, shop(1, 0, "", 0, "")))).isFalse();
        assertThat(wasSetBack(standing(3, shop(1, 1, B, 1, B)))).isFalse();
        assertThat(journal.types).endsWith("TrustTaken", "ApproverEnrolled");
    }

    @Test
    void whatWasSeenBeforeDigestsWereKeptStillHolds() throws SQLException, StorageFault {
        Memory older = new Memory();
        older.apply(new SeenSchema().steps().subList(0, 1));
        older.run("INSERT INTO trust_seen (lane, root, timestamp_version, snapshot_version, targets, approvals)"
                + " VALUES ('1', 1, 2, 2, 2, 5)");
        older.apply(new SeenSchema().steps().subList(1, 2));
        Witness witnessOfOld = new Witness(older, journal, "1");
        assertThat(witnessOfOld.shop()).contains(shop(0, 0, "", 5, ""));
        assertThat(witnessOfOld.look(standing(2, shop(0, 1, A, 4, A)))).isPresent();
        assertThat(witnessOfOld.look(standing(2, shop(0, 1, A, 5, A)))).isEmpty();
        assertThat(witnessOfOld.look(standing(2, shop(0, 1, A, 5, B)))).isPresent();
    }

    /** Keeps what it is told. */
    private static final class Notebook implements Journal {

        private final List<String> types = new ArrayList<>();
        private final List<JsonObject> details = new ArrayList<>();

        @Override
        public Entry append(Transaction tx, Fact fact) {
            return record(fact);
        }

        @Override
        public Entry record(Fact fact) {
            types.add(fact.type());
            details.add(fact.details());
            return new Entry(types.size(), "1", Instant.EPOCH, fact.type(), fact.details(), "", "");
        }

        @Override
        public Optional<Entry> find(String lane, long seq) {
            return Optional.empty();
        }

        @Override
        public void export(Appendable out) {}

        @Override
        public Verification verify(List<Anchor> anchors) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Anchor> heads() {
            return List.of();
        }
    }

    /** HSQLDB in memory. */
    private static final class Memory implements Database {

        private final Connection connection;

        Memory() throws SQLException {
            connection = DriverManager.getConnection("jdbc:hsqldb:mem:" + UUID.randomUUID(), "SA", "");
        }

        void apply(List<List<String>> steps) throws SQLException {
            for (String sql : steps.stream().flatMap(List::stream).toList()) {
                run(sql.replace("${table}", "CREATE CACHED TABLE"));
            }
        }

        void run(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void open() {}

        @Override
        public <T> T transact(Work<T> work) throws StorageFault {
            return read(work);
        }

        @Override
        public <T> T read(Work<T> work) throws StorageFault {
            try {
                return work.in(new Transaction() {
                    @Override
                    public PreparedStatement prepare(String sql) throws SQLException {
                        return connection.prepareStatement(sql);
                    }

                    @Override
                    public void afterCommit(Runnable action) {
                        action.run();
                    }
                });
            } catch (SQLException e) {
                throw new StorageFault(StorageFault.Kind.OTHER, "The test database cannot do that.", e);
            }
        }
    }
}
