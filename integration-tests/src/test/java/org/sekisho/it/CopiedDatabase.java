package org.sekisho.it;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;
import org.sekisho.storage.database.EngineOpener;
import org.sekisho.storage.database.RegisterDatabase;
import org.sekisho.storage.key.HomeVault;
import org.sekisho.store.Home;
import org.sekisho.store.Issuer;
import org.sekisho.store.StoreSettings;
import org.sekisho.vault.bouncycastle.EnvelopeVault;

/** The rows of a stopped register once more, in HSQLDB as it comes: what its files would show without our seal. */
final class CopiedDatabase {

    private CopiedDatabase() {}

    /**
     * Writes all tables.
     *
     * @param options of the URL: {@code crypt_type=AES;…} for HSQLDB's own encryption, or nothing
     */
    static void write(Path home, Path folder, String options) throws SQLException, StorageFault {
        Home stopped = new StoppedHome(home);
        RegisterDatabase database =
                new RegisterDatabase(new EngineOpener(stopped, new HomeVault(stopped, new EnvelopeVault(), Map.of())));
        try (Connection copy =
                DriverManager.getConnection("jdbc:hsqldb:file:" + folder + "/copy" + options, "SA", "")) {
            database.read(tx -> {
                for (String table : tables(tx)) {
                    copy(tx, table, copy);
                }
                return true;
            });
            try (Statement statement = copy.createStatement()) {
                statement.execute("SHUTDOWN");
            }
        } finally {
            database.stop();
        }
    }

    private static List<String> tables(Transaction tx) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = tx.prepare(
                        "SELECT table_name FROM INFORMATION_SCHEMA.TABLES WHERE table_schema = 'PUBLIC'"
                                + " AND table_type = 'BASE TABLE'")
                .executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void copy(Transaction tx, String table, Connection to) throws SQLException {
        try (ResultSet rows = tx.prepare("SELECT * FROM " + table).executeQuery();
                Statement create = to.createStatement()) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> definitions = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                definitions.add(rows.getMetaData().getColumnName(i) + " " + type(rows, i));
            }
            create.execute("CREATE CACHED TABLE " + table + " (" + String.join(", ", definitions) + ")");
            try (PreparedStatement insert =
                    to.prepareStatement("INSERT INTO " + table + " VALUES (" + "?, ".repeat(columns - 1) + "?)")) {
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        insert.setObject(i, rows.getObject(i));
                    }
                    insert.executeUpdate();
                }
            }
        }
    }

    private static String type(ResultSet rows, int column) throws SQLException {
        String name = rows.getMetaData().getColumnTypeName(column);
        int precision = rows.getMetaData().getPrecision(column);
        return name.startsWith("VAR") && precision > 0 ? name + "(" + precision + ")" : name;
    }

    private record StoppedHome(Path folder) implements Home {

        @Override
        public boolean isInitialised() {
            return true;
        }

        @Override
        public StoreSettings settings() {
            return StoreSettings.ofJapaneseShop(new Issuer("Shop", ""));
        }

        @Override
        public StoreSettings parse(String storeJson) {
            throw new UnsupportedOperationException("this home is only read");
        }

        @Override
        public void create(StoreSettings settings) {
            throw new UnsupportedOperationException("this home is there already");
        }
    }
}
