package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A day of sales, card payments and returns in which the register is killed (SIGKILL) again and again at random moments. Again and again the journal holds
 * and nothing that was acknowledged is missing; after the day every closed sale has its receipt.
 */
final class KilledDay {

    private static final int LONGEST_START_MILLIS = 30_000;
    private static final int SALES_A_LIFE = 40;
    private static final int RICE_BALL = 130;
    private static final int BEER = 298;

    private final Register register;
    private final PrinterSink printer;
    private final Random random;
    private final Set<String> acknowledged = new LinkedHashSet<>();
    private final List<JsonObject> returnable = new ArrayList<>();
    private int inTheMiddle;
    private int startMillis;
    private int sellingMillis;

    KilledDay(Register register, PrinterSink printer, long seed) throws IOException {
        this.register = register;
        this.printer = printer;
        this.random = new Random(seed);
        JsonObject devices = JsonParser.parseString(printer.settings()).getAsJsonObject();
        JsonObject terminal = new JsonObject();
        terminal.addProperty("driver", "virtual");
        devices.add("terminal", terminal);
        Files.writeString(register.home().resolve("devices.json"), devices.toString());
    }

    /**
     * One life of the register, ended by SIGKILL. Two lives in three are ended while it sells, at a
     * random moment after its first sale; the others at a random moment of the start. Returns what happened, in a line.
     */
    String liveAndDie() throws IOException, InterruptedException {
        int before = acknowledged.size();
        String what = random.nextInt(8) == 0 ? "report z" : "ring";
        boolean whileSelling = what.equals("ring") && random.nextInt(3) > 0;
        Path out = register.file("killed.out", "");
        long begun = System.nanoTime();
        Process process = start(what, out);
        if (whileSelling) {
            awaitFirstSale(process, out);
        }
        int further = random.nextInt(whileSelling ? sellingMillis : startMillis);
        boolean ended = process.waitFor(further, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        long life = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        if (!ended) {
            inTheMiddle++;
        }
        readAcknowledged(out);
        return "%s, %s after %d ms: %d sales acknowledged, %d receipts on paper"
                .formatted(
                        what,
                        ended ? "ended by itself" : whileSelling ? "killed while selling" : "killed while starting",
                        life,
                        acknowledged.size() - before,
                        printer.receipts().size());
    }

    /** A first life that nobody cuts short: how long a start and a life's sales take on this machine, today. */
    String liveToTheEnd() throws IOException, InterruptedException {
        Path out = register.file("killed.out", "");
        long begun = System.nanoTime();
        Process process = start("ring", out);
        awaitFirstSale(process, out);
        startMillis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        assertThat(process.waitFor(LONGEST_START_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        sellingMillis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) - startMillis;
        readAcknowledged(out);
        checkJournal();
        assertThat(acknowledged).hasSize(SALES_A_LIFE);
        return "ring, not killed: first sale after %d ms, %d sales %d ms later"
                .formatted(startMillis, acknowledged.size(), sellingMillis);
    }

    private static void awaitFirstSale(Process process, Path out) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_START_MILLIS);
        while (Files.size(out) == 0 && process.isAlive()) {
            assertThat(System.nanoTime()).as("a first sale in time").isLessThan(end);
            process.waitFor(3, TimeUnit.MILLISECONDS);
        }
    }

    private Process start(String what, Path out) throws IOException {
        Path err = register.file("killed.err", "");
        if (what.equals("ring")) {
            Process process = register.start(
                    out,
                    err,
                    "ring",
                    "--json",
                    "--as",
                    "tanaka",
                    "--password-file",
                    register.folder().resolve("tanaka.pw"),
                    "--approver",
                    "manager",
                    "--approver-password-file",
                    register.folder().resolve("manager.pw"));
            try (var stdin = process.getOutputStream()) {
                stdin.write(script().getBytes(StandardCharsets.UTF_8));
            } catch (IOException diedEarly) {
                // That is what this is about.
            }
            return process;
        }
        return register.start(
                out,
                err,
                "report",
                "z",
                "--as",
                "manager",
                "--password-file",
                register.folder().resolve("manager.pw"));
    }

    private String script() {
        StringBuilder lines = new StringBuilder();
        for (int sale = 0; sale < SALES_A_LIFE; sale++) {
            if (random.nextInt(6) == 0 && !returnable.isEmpty()) {
                lines.append(giveBack());
                continue;
            }
            int total = BEER;
            for (int line = 1 + random.nextInt(5); line > 0; line--) {
                int pieces = 1 + random.nextInt(9);
                total += pieces * RICE_BALL;
                lines.append(pieces).append("*4901234567894\n");
            }
            lines.append("4912345678904\n");
            if (random.nextInt(4) == 0) {
                lines.append("VOID 1\n");
                lines.append("CASH 9000\n");
            } else {
                lines.append(
                        switch (random.nextInt(3)) {
                            case 0 -> "CARD " + total + "\n";
                            case 1 -> "CARD 100\nCASH 9000\n";
                            default -> "CASH 9000\n";
                        });
            }
        }
        return lines.toString();
    }

    /** One beer of a receipt that was acknowledged, to where its money came from; of each receipt once, whatever becomes of it. */
    private String giveBack() {
        JsonObject sale = returnable.remove(random.nextInt(returnable.size()));
        JsonArray lines = sale.getAsJsonArray("lines");
        JsonArray tenders = sale.getAsJsonArray("tenders");
        String type = tenders.get(0).getAsJsonObject().get("type").getAsString();
        String back = tenders.size() > 1
                ? "REFUND CARD 100\nREFUND CASH " + (BEER - 100)
                : "REFUND " + type.toUpperCase(Locale.ROOT) + " " + BEER;
        return "RETURN %s %d 1%n%s%n"
                .formatted(
                        sale.get("receiptNumber").getAsString(),
                        lines.get(lines.size() - 1)
                                .getAsJsonObject()
                                .get("line")
                                .getAsInt(),
                        back);
    }

    /** What the till had told before it died; its last line may be cut short. */
    private void readAcknowledged(Path out) throws IOException {
        for (String line : Files.readString(out).lines().toList()) {
            if (line.startsWith("{")) {
                try {
                    JsonObject sale = JsonParser.parseString(line).getAsJsonObject();
                    boolean isNew = acknowledged.add(sale.get("receiptNumber").getAsString());
                    if (isNew && sale.get("kind").getAsString().equals("sale")) {
                        returnable.add(sale);
                    }
                } catch (JsonSyntaxException cutShort) {
                    // Half a line acknowledges nothing.
                }
            }
        }
    }

    /** All that was ever acknowledged or printed is in the journal, whose chain and numbers hold; the checks lose nothing by waiting. */
    Export checkJournal() {
        Export export = Export.of(register);
        export.assertChainHolds();
        export.assertNumbersHaveNoGaps();
        List<String> closed = export.receiptNumbers();
        assertThat(closed).as("acknowledged sales").containsAll(acknowledged);
        assertThat(closed)
                .as("sales whose receipt was printed")
                .containsAll(
                        printer.receipts().stream().map(Paper.Receipt::number).toList());
        return export;
    }

    /** The next quiet start prints what is still owed; then every sale has its receipt, and each further one says that it repeats. */
    int checkReceipts() {
        register.must(
                "",
                "ring",
                "--as",
                "tanaka",
                "--password-file",
                register.folder().resolve("tanaka.pw"));
        List<String> closed = checkJournal().receiptNumbers();
        assertThat(register.must("", "journal", "verify").out()).contains("The journal holds");
        Set<String> seen = new HashSet<>();
        int repeats = 0;
        for (Paper.Receipt receipt : printer.receipts()) {
            if (!seen.add(receipt.number())) {
                repeats++;
                assertThat(receipt.saysRepeat()).as(receipt.text()).isTrue();
            }
        }
        assertThat(seen).as("receipts on paper").containsExactlyInAnyOrderElementsOf(closed);
        return repeats;
    }

    /** Once every payment is settled, cards were charged what the closed sales say; by the terminal's own memory. */
    void checkCards() throws IOException {
        Answer settled = register.byManager("", "payments", "reconcile");
        assertThat(settled.exitCode()).as(settled.toString()).isZero();
        long charged = 0;
        try (Stream<Path> orders = Files.list(register.home().resolve("terminal"))) {
            for (Path order :
                    orders.filter(file -> file.toString().endsWith(".json")).toList()) {
                JsonObject done =
                        JsonParser.parseString(Files.readString(order)).getAsJsonObject();
                long amount = done.get("amount").getAsLong();
                charged += done.get("kind").getAsString().equals("CHARGE") ? amount : -amount;
            }
        }
        long said = 0;
        for (JsonObject sale : Export.of(register).payloads("SaleClosed")) {
            for (JsonElement tender : sale.getAsJsonArray("tenders")) {
                JsonObject each = tender.getAsJsonObject();
                if (each.get("type").getAsString().equals("card")) {
                    said += each.get("amount").getAsLong();
                }
            }
        }
        assertThat(charged).as("charged to cards").isEqualTo(said);
    }

    int killedInTheMiddle() {
        return inTheMiddle;
    }

    int sales() {
        return acknowledged.size();
    }
}
