package org.sekisho.storage.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.sekisho.storage.StorageFault;

/** The contract on a real server, named by {@code SEKISHO_TEST_POSTGRESQL}: a jdbc URL with user and password. */
class PostgresDatabaseTest extends DatabaseContract {

    private static String server() {
        String environment = System.getenv().getOrDefault("SEKISHO_TEST_POSTGRESQL", "");
        String server = System.getProperty("SEKISHO_TEST_POSTGRESQL", environment);
        assumeTrue(!server.isEmpty(), "PostgreSQL is not there");
        return server;
    }

    @Override
    String emptyDatabase() throws SQLException {
        String server = server();
        sql("DROP SCHEMA IF EXISTS sekisho_contract CASCADE", server);
        sql("CREATE SCHEMA sekisho_contract", server);
        return server + (server.contains("?") ? "&" : "?") + "currentSchema=sekisho_contract";
    }

    private static void sql(String statement, String server) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server);
                Statement execute = connection.createStatement()) {
            execute.execute(statement);
        }
    }

    /** As when the server is restarted. */
    private static void endOtherConnections() throws SQLException {
        sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sekisho'"
                        + " AND pid <> pg_backend_pid()",
                server());
    }

    @Test
    void lostConnectionIsSaidSoOnceAndMadeAnew() throws Exception {
        put(1, "before");
        endOtherConnections();
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(() -> put(2, "while it is gone"))
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(StorageFault.Kind.UNREACHABLE));
        put(3, "after");
        assertThat(bodies(database())).containsExactly("before", "after");
    }

    @Test
    void lostReaderIsMadeAnew() throws Exception {
        put(1, "kept");
        assertThat(bodies(database())).containsExactly("kept");
        endOtherConnections();
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> bodies(database()));
        assertThat(bodies(database())).containsExactly("kept");
    }

    @Test
    void severalRegistersShareOneServer() throws Exception {
        put(1, "this lane");
        RegisterDatabase other = store().open(TestStore.SALES);
        try {
            assertThat(bodies(other)).containsExactly("this lane");
        } finally {
            other.stop();
        }
    }

    @Test
    void commitIsAsDurableAsTheServerIsSetTo() throws Exception {
        String setting = database().read(tx -> {
            try (ResultSet row = tx.prepare("SHOW synchronous_commit").executeQuery()) {
                row.next();
                return row.getString(1);
            }
        });
        assertThat(setting).isEqualTo("on");
    }
}
