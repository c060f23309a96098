package org.sekisho.it.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.hsqldb.jdbc.JDBCDriver;
import org.sekisho.catalogue.items.ItemCatalogue;
import org.sekisho.catalogue.items.ItemSchema;
import org.sekisho.journal.chain.JournalSchema;
import org.sekisho.journal.chain.LaneJournal;
import org.sekisho.storage.Database;
import org.sekisho.storage.Schema;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.store.Home;
import org.sekisho.store.Issuer;
import org.sekisho.store.StoreClock;
import org.sekisho.store.StoreSettings;

/** HSQLDB as it comes, in a file, under the register's catalogue; counts who reads. */
final class PlainDatabase implements Database, AutoCloseable {

    private static final long PATIENCE_NANOS = 600_000_000_000L;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final AtomicLong reads = new AtomicLong();
    private final Path folder;

    PlainDatabase(Path folder) throws SQLException {
        this.folder = folder;
        Properties properties = new Properties();
        properties.setProperty("user", "SA");
        properties.setProperty("password", "");
        properties.setProperty("hsqldb.log_size", "0");
        connection = JDBCDriver.getConnection("jdbc:hsqldb:file:" + folder + "/plain", properties);
        for (Schema schema : List.of(new JournalSchema(), new ItemSchema())) {
            for (List<String> step : schema.steps()) {
                for (String sql : step) {
                    execute(sql.replace("${table}", "CREATE CACHED TABLE")
                            .replace("${text}", "LONGVARCHAR")
                            .replace("${bytes}", "LONGVARBINARY"));
                }
            }
        }
        connection.setAutoCommit(false);
    }

    ItemCatalogue catalogue() {
        Home home = new BenchHome(folder);
        return new ItemCatalogue(this, new LaneJournal(this, home, new Today()), home);
    }

    /** Returns once a look-up no longer reads here. */
    void readIntoMemory(ItemCatalogue catalogue, String code, LocalDate day) throws StorageFault, InterruptedException {
        catalogue.makeReady();
        long end = System.nanoTime() + PATIENCE_NANOS;
        boolean touched = true;
        while (touched) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the index is not made");
            }
            Thread.sleep(20);
            long before = reads.get();
            catalogue.find(code, day);
            touched = reads.get() != before;
        }
    }

    @Override
    public void open() {
        // It is.
    }

    @Override
    public synchronized <T> T transact(Work<T> work) throws StorageFault {
        List<Runnable> afterwards = new ArrayList<>();
        try {
            T result = work.in(new Session(afterwards));
            connection.commit();
            afterwards.forEach(Runnable::run);
            return result;
        } catch (SQLException e) {
            throw new StorageFault(StorageFault.Kind.OTHER, e.toString(), e);
        }
    }

    @Override
    public synchronized <T> T read(Work<T> work) throws StorageFault {
        reads.incrementAndGet();
        try {
            return work.in(new Session(new ArrayList<>()));
        } catch (SQLException e) {
            throw new StorageFault(StorageFault.Kind.OTHER, e.toString(), e);
        }
    }

    @Override
    public void close() throws SQLException {
        execute("SHUTDOWN IMMEDIATELY");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    private final class Session implements Transaction {

        private final List<Runnable> afterwards;

        Session(List<Runnable> afterwards) {
            this.afterwards = afterwards;
        }

        @Override
        public PreparedStatement prepare(String sql) throws SQLException {
            return prepared(sql);
        }

        @Override
        public void afterCommit(Runnable action) {
            afterwards.add(action);
        }
    }

    private record BenchHome(Path folder) implements Home {

        @Override
        public boolean isInitialised() {
            return true;
        }

        @Override
        public StoreSettings settings() {
            return StoreSettings.ofJapaneseShop(new Issuer("bench", ""));
        }

        @Override
        public StoreSettings parse(String ignored) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void create(StoreSettings ignored) {
            throw new UnsupportedOperationException();
        }
    }

    private record Today() implements StoreClock {

        @Override
        public Instant now() {
            return Instant.parse("2026-04-01T01:00:00Z");
        }

        @Override
        public LocalDate businessDate(Instant at) {
            return LocalDate.parse("2026-04-01");
        }
    }
}
