package org.sekisho.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The server named by {@code SEKISHO_TEST_POSTGRESQL}, or a private cluster where PostgreSQL is installed; a schema of its own in
 * either. Without both, tests that ask for it are skipped.
 */
final class PostgresServer implements AutoCloseable {

    private static final String SCHEMA = "sekisho_it";
    private static final boolean ROOT = System.getProperty("user.name").equals("root");

    private final String url;
    private final Optional<Path> programs;
    private final Path folder;

    private PostgresServer(String url, Optional<Path> programs, Path folder) throws SQLException {
        this.url = url;
        this.programs = programs;
        this.folder = folder;
        sql("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
        sql("CREATE SCHEMA " + SCHEMA);
    }

    /** @param folder for a private cluster's data */
    static PostgresServer find(Path folder) throws IOException, SQLException {
        String named = System.getenv().getOrDefault("SEKISHO_TEST_POSTGRESQL", "");
        if (!named.isEmpty()) {
            return new PostgresServer(named, Optional.empty(), folder);
        }
        Optional<Path> programs = programs();
        assumeTrue(programs.isPresent(), "PostgreSQL is not there");
        return new PostgresServer(startCluster(programs.orElseThrow(), folder), programs, folder);
    }

    private static Optional<Path> programs() throws IOException {
        Path all = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(all)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .findFirst();
        }
    }

    private static String startCluster(Path programs, Path folder) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        if (ROOT) {
            // PostgreSQL refuses to run as root; its own user must reach the folder.
            run("chmod", "755", folder.toString());
            run("chown", "postgres", folder.toString());
        }
        String data = folder.resolve("cluster").toString();
        byPostgres(programs, "initdb", "-D", data, "-U", "sekisho", "-A", "trust", "-E", "UTF8", "--locale=C");
        byPostgres(
                programs,
                "pg_ctl",
                "start",
                "-s",
                "-w",
                "-D",
                data,
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder);
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=sekisho";
    }

    private static void byPostgres(Path programs, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(ROOT ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("failed: " + List.of(command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    String host() {
        return address().getHost();
    }

    int port() {
        return address().getPort() < 0 ? 5432 : address().getPort();
    }

    private URI address() {
        return URI.create(url.substring("jdbc:".length()));
    }

    /** What a register's store.json names, by way of another port of this machine. */
    String urlThrough(int port) {
        String query = address().getRawQuery();
        return "jdbc:postgresql://127.0.0.1:" + port + address().getRawPath() + "?" + (query == null ? "" : query + "&")
                + "currentSchema=" + SCHEMA;
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement execute = connection.createStatement()) {
            execute.execute(statement);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        if (programs.isPresent()) {
            byPostgres(
                    programs.get(),
                    "pg_ctl",
                    "stop",
                    "-s",
                    "-m",
                    "immediate",
                    "-D",
                    folder.resolve("cluster").toString());
        } else {
            sql("DROP SCHEMA " + SCHEMA + " CASCADE");
        }
    }
}
