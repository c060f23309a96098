package org.sekisho.storage.hsql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sekisho.storage.Schema;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.storage.ahead.AheadLog;
import org.sekisho.storage.ahead.AheadTransaction;
import org.sekisho.storage.database.RegisterDatabase;
import org.sekisho.storage.database.TestStore;
import org.sekisho.storage.key.OpenVault;
import org.sekisho.storage.seal.DatabaseFiles;
import org.sekisho.storage.seal.SealedFiles;

/** A home with a few rows in two tables, its files as they are at one moment, and what is read from them. */
final class SmallShop {

    private static final Schema LINES = TestStore.schema(
            "lines",
            List.of("${table} line (sale BIGINT NOT NULL, no INTEGER NOT NULL, text ${text}, PRIMARY KEY (sale, no))"));

    /** Small, so that pages of {@code .data} are written over before a checkpoint. */
    private static final int CACHE_KIB = 100;

    /** Its number rises with every opening. */
    private static final String BEGUN = "REGISTER_LOG";

    private final TestStore store;
    private final Path kept;
    private final long applied;
    private final List<String> rows;

    /** @param applied the number of the last record ahead whose rows are in their tables */
    private SmallShop(TestStore store, Path kept, long applied) throws IOException, StorageFault {
        this.store = store;
        this.kept = kept;
        this.applied = applied;
        putBack();
        RegisterDatabase database = open(store);
        rows = rows(database);
        database.stop();
        putBack();
    }

    /** Stopped in order. */
    static SmallShop closed(Path folder) throws IOException, StorageFault {
        TestStore store = TestStore.in(folder, "hsqldb");
        RegisterDatabase database = open(store);
        sell(database, 0, 40, 480);
        long applied = number(database, "SELECT applied FROM register_ahead");
        database.stop();
        return new SmallShop(store, copy(store.data(), folder.resolve("kept")), applied);
    }

    /** Killed while it tidied up just after the last row: the digests of the pages do not count. */
    static SmallShop tidying(Path folder) throws IOException, StorageFault {
        SmallShop shop = closed(folder);
        Files.createFile(shop.kept.resolve("register.checkpointing"));
        return new SmallShop(shop.store, shop.kept, shop.applied);
    }

    /** Killed with a log, with pages that were written over, within a step of a migration, and with records ahead of their rows. */
    static SmallShop killed(Path folder) throws IOException, StorageFault {
        TestStore store = TestStore.in(folder, "hsqldb");
        RegisterDatabase database = open(store);
        sell(database, 0, 40, 2300);
        database.stop();
        database = open(store);
        for (int lot = 0; lot < 2; lot++) {
            int from = lot * 4;
            database.transact(tx -> {
                for (int id = from; id < from + 4; id++) {
                    tx.write("UPDATE sale SET body = ? WHERE id = ?", id + "茶".repeat(700), id);
                }
                return 1;
            });
            rows(database);
        }
        long applied = number(database, "SELECT applied FROM register_ahead");
        Path kept = copy(store.data(), folder.resolve("kept"));
        database.stop();
        DatabaseFiles files = new DatabaseFiles(kept);
        try (OpenVault vault = store.vault().open();
                AheadLog log = AheadLog.open(files, vault.sealer(), AheadLog.Disk.REAL)) {
            for (int i = 1; i <= 4; i++) {
                AheadTransaction tx = new AheadTransaction();
                tx.write("INSERT INTO sale (id, body) VALUES (?, ?)", 1000L + i, "ahead ".repeat(i * 60));
                tx.write("INSERT INTO line (sale, no, text) VALUES (?, ?, ?)", 1000L + i, 1, "鮭");
                log.append(applied + i, tx.end(), i != 2);
            }
            new SealedFiles(files, vault.sealer()).beginMigration(Files.size(files.log()));
        }
        return new SmallShop(store, kept, applied);
    }

    private static void sell(RegisterDatabase database, int from, int count, int length) throws StorageFault {
        for (int i = from; i < from + count; i++) {
            long id = i;
            database.transact(tx -> {
                var insert = tx.prepare("INSERT INTO sale (id, body, seal) VALUES (?, ?, ?)");
                insert.setLong(1, id);
                insert.setString(2, id + "x".repeat(length));
                insert.setBytes(3, ("seal " + id).getBytes(UTF_8));
                insert.executeUpdate();
                tx.write("INSERT INTO line (sale, no, text) VALUES (?, ?, ?)", id, 1, "おにぎり " + id);
                return 1;
            });
        }
    }

    private static RegisterDatabase open(TestStore store) {
        RegisterDatabase database = new RegisterDatabase(
                () -> HsqlEngine.open(store.folder(), store.vault().open(), AppendedFile::new, CACHE_KIB));
        database.addSchema(TestStore.SALES);
        database.addSchema(LINES);
        return database;
    }

    TestStore store() {
        return store;
    }

    /** The files that are never opened but in copies. */
    Path kept() {
        return kept;
    }

    /** The files that are opened. */
    Path data() {
        return store.data();
    }

    RegisterDatabase open() {
        return open(store);
    }

    long applied() {
        return applied;
    }

    /** Opens the files as they stand and reads every row: "same", the fault's kind and sentence, or what is read instead. */
    String opened() {
        RegisterDatabase database = open();
        try {
            List<String> read = rows(database);
            return read.equals(rows) ? "same" : "OTHER ROWS: " + difference(read);
        } catch (StorageFault e) {
            return e.kind() + ": " + e.getMessage();
        } finally {
            database.stop();
        }
    }

    /** The same, and when all is there it sells on, is stopped, and is read once more. */
    String openedAndSoldOn() {
        String first = opened();
        if (!first.equals("same")) {
            return first;
        }
        RegisterDatabase database = open();
        RegisterDatabase later = open();
        try {
            sell(database, 5000, 20, 900);
            database.stop();
            List<String> read = rows(later);
            return read.size() == rows.size() + 40 && read.containsAll(rows)
                    ? "same"
                    : "OTHER ROWS: " + difference(read);
        } catch (StorageFault e) {
            return "AFTER SALES " + e.kind() + ": " + e.getMessage();
        } finally {
            database.stop();
            later.stop();
        }
    }

    private String difference(List<String> read) {
        Set<String> missing = new TreeSet<>(rows);
        read.forEach(missing::remove);
        Set<String> more = new TreeSet<>(read);
        rows.forEach(more::remove);
        return read.size() + " for " + rows.size() + ", missing " + missing.size() + ", more " + more.size();
    }

    /** Makes the files that are opened the kept ones again. */
    void putBack() throws IOException {
        if (Files.exists(data())) {
            try (Stream<Path> files = Files.list(data())) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        copy(kept, data());
    }

    static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                if (!file.endsWith("lock")) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }
        return to;
    }

    private static long number(RegisterDatabase database, String sql) throws StorageFault {
        return database.read(tx -> {
            try (ResultSet row = tx.prepare(sql).executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static List<String> rows(RegisterDatabase database) throws StorageFault {
        return database.read(tx -> {
            List<String> tables = column(
                    tx, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC' ORDER BY 1");
            List<String> all = new ArrayList<>();
            for (String table : tables) {
                if (!table.equals(BEGUN)) {
                    column(tx, "SELECT * FROM " + table + " ORDER BY 1, 2").forEach(row -> all.add(table + " " + row));
                }
            }
            return all;
        });
    }

    private static List<String> column(Transaction tx, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        String ordered = sql.contains("REGISTER_AHEAD") ? sql.replace(" ORDER BY 1, 2", "") : sql;
        try (ResultSet rows = tx.prepare(ordered).executeQuery()) {
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : "|").append(rows.getString(i));
                }
                found.add(row.toString());
            }
        }
        return found;
    }
}
