package org.sekisho.storage.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.sekisho.storage.Schema;
import org.sekisho.storage.StorageFault;

/**
 * Applies the steps of every {@link Schema} that this database has not seen yet, by rising name, a transaction each, and keeps
 * their checksums in table {@code schema_step}; a step that was changed after it was applied is refused.
 */
public final class Migrations {

    private static final String LEDGER = "${table} schema_step (part VARCHAR(64) NOT NULL, step_no INTEGER NOT NULL,"
            + " checksum VARCHAR(64) NOT NULL, applied VARCHAR(40) NOT NULL, PRIMARY KEY (part, step_no))";

    private final Engine engine;
    private final Connection writer;
    private final Clock clock;

    public Migrations(Engine engine, Connection writer, Clock clock) {
        this.engine = engine;
        this.writer = writer;
        this.clock = clock;
    }

    public void apply(Collection<Schema> schemas) throws SQLException, StorageFault {
        engine.beginMigrations(writer);
        if (!hasLedger()) {
            engine.migrate(writer, () -> execute(LEDGER));
        }
        List<Schema> byName = new ArrayList<>(schemas);
        byName.sort(Comparator.comparing(Schema::name));
        for (Schema schema : byName) {
            apply(schema);
        }
        engine.endMigrations(writer);
    }

    private void apply(Schema schema) throws SQLException, StorageFault {
        List<String> applied = applied(schema.name());
        List<List<String>> steps = schema.steps();
        if (applied.size() > steps.size()) {
            throw new StorageFault(
                    StorageFault.Kind.OTHER,
                    "The data of '" + schema.name() + "' was written by a newer version of the register (step "
                            + applied.size() + ", this one knows " + steps.size()
                            + "). Nothing was changed: run the newer version.");
        }
        for (int i = 0; i < steps.size(); i++) {
            List<String> step = steps.get(i);
            if (i >= applied.size()) {
                int number = i + 1;
                engine.migrate(writer, () -> apply(schema.name(), number, step));
            } else if (!applied.get(i).equals(checksum(step))) {
                throw new StorageFault(
                        StorageFault.Kind.OTHER,
                        "Step " + (i + 1) + " of schema '" + schema.name()
                                + "' is not the one this database was made with."
                                + " Nothing was changed: whoever built this version must mend it.");
            }
        }
    }

    private void apply(String part, int number, List<String> step) throws SQLException {
        for (String statement : step) {
            execute(statement);
        }
        try (PreparedStatement insert = writer.prepareStatement(
                "INSERT INTO schema_step (part, step_no, checksum, applied) VALUES (?, ?, ?, ?)")) {
            insert.setString(1, part);
            insert.setInt(2, number);
            insert.setString(3, checksum(step));
            insert.setString(4, clock.instant().toString());
            insert.executeUpdate();
        }
    }

    private void execute(String statement) throws SQLException {
        try (Statement execute = writer.createStatement()) {
            execute.execute(engine.dialect().translate(statement));
        }
    }

    private boolean hasLedger() throws SQLException {
        try (Statement query = writer.createStatement();
                ResultSet found = query.executeQuery("SELECT COUNT(*) FROM information_schema.tables WHERE"
                        + " LOWER(table_name) = 'schema_step' AND LOWER(table_schema) = LOWER(CURRENT_SCHEMA)")) {
            found.next();
            return found.getInt(1) > 0;
        } finally {
            writer.rollback();
        }
    }

    private List<String> applied(String part) throws SQLException {
        try (PreparedStatement query =
                writer.prepareStatement("SELECT checksum FROM schema_step WHERE part = ? ORDER BY step_no")) {
            query.setString(1, part);
            List<String> checksums = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    checksums.add(rows.getString(1));
                }
            }
            return checksums;
        } finally {
            writer.rollback();
        }
    }

    /** SHA-256 of the step as its schema wrote it, each statement closed by a zero byte. */
    private static String checksum(List<String> step) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (String statement : step) {
                sha256.update(statement.getBytes(UTF_8));
                sha256.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
