package org.sekisho.it.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Four registers, each a process and a lane of its own, sell into one PostgreSQL as fast as they can: how often its log is flushed for a
 * sale, as the server counts it. Arguments: an installation, a folder, sales a lane. {@code SEKISHO_TEST_POSTGRESQL} names the server.
 */
final class LanesBenchmark {

    private static final int LANES = 4;
    private static final String SCHEMA = "sekisho_lanes";
    private static final String PASSWORD = "Kx7!mQp2#vRt";

    private final Path folder;
    private final Path installation;
    private final String url;

    private LanesBenchmark(Path folder, Path installation, String url) {
        this.folder = folder;
        this.installation = installation;
        this.url = url;
    }

    public static void main(String[] args) throws Exception {
        String url = System.getenv("SEKISHO_TEST_POSTGRESQL");
        if (url == null) {
            System.out.println("SEKISHO_TEST_POSTGRESQL names no server");
            return;
        }
        try (Scratch scratch = Scratch.in(Path.of(args[1]))) {
            new LanesBenchmark(scratch.folder(), Path.of(args[0]).toRealPath(), url).run(Integer.parseInt(args[2]));
        }
    }

    private void run(int sales) throws IOException, InterruptedException, SQLException {
        number("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
        number("CREATE SCHEMA " + SCHEMA);
        List<Path> homes = homes();
        List<Process> registers = new ArrayList<>();
        for (Path home : homes) {
            registers.add(register(home));
        }
        for (Process register : registers) {
            sell(register, 1);
            register.inputReader(StandardCharsets.UTF_8).readLine();
        }
        Thread.sleep(2000); // until every session has told the server's statistics
        long flushes = flushes();
        long begun = System.nanoTime();
        List<Thread> customers = new ArrayList<>();
        for (Process register : registers) {
            Thread customer = new Thread(() -> serve(register, sales));
            customer.start();
            customers.add(customer);
        }
        for (Thread customer : customers) {
            customer.join();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Thread.sleep(2000);
        flushes = flushes() - flushes;
        System.out.printf(
                Locale.ROOT,
                "%d lanes, %d sales in %.1f s: %d flushes, %.2f a sale; commit_delay %d, commit_siblings %d%n",
                LANES,
                LANES * sales,
                seconds,
                flushes,
                flushes / (double) (LANES * sales),
                number("SELECT current_setting('commit_delay')"),
                number("SELECT current_setting('commit_siblings')"));
        number("DROP SCHEMA " + SCHEMA + " CASCADE");
    }

    private List<Path> homes() throws IOException, InterruptedException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        List<Path> homes = new ArrayList<>();
        for (int lane = 1; lane <= LANES; lane++) {
            Path home = Files.createDirectories(folder.resolve("lane" + lane));
            Files.writeString(
                    home.resolve("store.json"), """
                    {"laneId":"%d","currency":"JPY","tax":{"scheme":"jp","prices":"inclusive","rounding":"floor",\
                    "scope":"receipt","rates":{"standard":"10","reduced":"8"}},"database":"%s%scurrentSchema=%s"}
                    """.formatted(lane, url, url.contains("?") ? "&" : "?", SCHEMA));
            if (lane == 1) {
                must(home, "init", "--manager-password-file", password.toString());
                must(home, "items", "import", items().toString(), "--as", "manager", "--password-file", password + "");
            } else {
                Files.copy(homes.get(0).resolve("vault.json"), home.resolve("vault.json"));
            }
            homes.add(home);
        }
        return homes;
    }

    private Path items() {
        return installation.resolve("demo/items.csv");
    }

    private void must(Path home, String... command) throws IOException, InterruptedException {
        Process process = start(home, command).start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(List.of(command) + ": " + Files.readString(folder.resolve("err")));
        }
    }

    private Process register(Path home) throws IOException {
        return start(home, "ring", "--json", "--as", "manager", "--password-file", folder.resolve("password") + "")
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
    }

    private ProcessBuilder start(Path home, String... command) throws IOException {
        List<String> all =
                new ArrayList<>(List.of(installation.resolve("bin/sekisho").toString()));
        all.addAll(List.of(command));
        all.addAll(List.of("--home", home.toString()));
        ProcessBuilder builder = new ProcessBuilder(all)
                .redirectError(folder.resolve("err").toFile())
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment()
                .put(
                        "HOME",
                        Files.createDirectories(folder.resolve("user/config")).getParent() + "");
        builder.environment()
                .put("XDG_CONFIG_HOME", folder.resolve("user/config").toString());
        builder.environment().remove("SEKISHO_HOME");
        return builder;
    }

    private void sell(Process register, int sales) throws IOException {
        List<String> codes = TimedRegister.codes(items()).subList(0, 5);
        OutputStream lines = register.getOutputStream();
        for (int sale = 0; sale < sales; sale++) {
            lines.write((String.join("\n", codes) + "\nCASH 100000\n").getBytes(StandardCharsets.UTF_8));
        }
        lines.flush();
    }

    /** Its sales, to the end of the process. */
    private void serve(Process register, int sales) {
        try (BufferedReader told = register.inputReader(StandardCharsets.UTF_8)) {
            Thread scanning = new Thread(() -> {
                try {
                    sell(register, sales);
                    register.getOutputStream().close();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            scanning.start();
            long closed = told.lines().filter(line -> line.startsWith("{")).count();
            if (register.waitFor() != 0 || closed != sales) {
                throw new IllegalStateException(closed + " sales");
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long flushes() throws SQLException {
        return number("SELECT CASE WHEN current_setting('server_version_num')::int < 180000 THEN"
                + " (SELECT wal_sync FROM pg_stat_wal) ELSE 0 END");
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return 0;
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
