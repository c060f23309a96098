package org.sekisho.identity.account;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sekisho.storage.Database;
import org.sekisho.storage.Schema;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** HSQLDB in memory, with one schema applied. */
public final class MemoryDatabase implements Database {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    int writes;

    public MemoryDatabase(Schema schema) {
        try {
            connection = DriverManager.getConnection("jdbc:hsqldb:mem:" + UUID.randomUUID(), "SA", "");
            try (Statement statement = connection.createStatement()) {
                for (String sql : schema.steps().stream().flatMap(List::stream).toList()) {
                    statement.execute(
                            sql.replace("${table}", "CREATE CACHED TABLE").replace("${bytes}", "VARBINARY(1024)"));
                }
            }
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void open() {}

    @Override
    public synchronized <T> T transact(Work<T> work) throws StorageFault {
        writes++;
        return read(work);
    }

    @Override
    public synchronized <T> T read(Work<T> work) throws StorageFault {
        List<Runnable> after = new ArrayList<>();
        try {
            T result = work.in(new Transaction() {
                @Override
                public PreparedStatement prepare(String sql) throws SQLException {
                    PreparedStatement known = prepared.get(sql);
                    if (known == null) {
                        known = connection.prepareStatement(sql);
                        prepared.put(sql, known);
                    }
                    return known;
                }

                @Override
                public void afterCommit(Runnable action) {
                    after.add(action);
                }
            });
            connection.commit();
            after.forEach(Runnable::run);
            return result;
        } catch (SQLException e) {
            throw new StorageFault(StorageFault.Kind.OTHER, "The test database cannot do that.", e);
        }
    }
}
