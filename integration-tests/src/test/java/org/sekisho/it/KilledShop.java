package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A register that is killed (SIGKILL) in a step of its work and started again, over and over. After each start its books are kept anew from
 * the exported journal and held against everything that it had told, the card terminal's own memory, the paper and its own reports.
 */
final class KilledShop {

    private static final String RICE_BALL_CODE = "4901234567894";
    private static final String BEER_CODE = "4912345678904";
    private static final int RICE_BALL = 130;
    private static final int BEER = 298;
    private static final int TERMINAL_MILLIS = 25;

    private final Register register;
    private final Caller caller;
    private final PrinterSink printer;
    private final Random random;
    private final Windows windows;
    private final Set<String> acknowledged = new LinkedHashSet<>();
    private final List<JsonObject> paidInCash = new ArrayList<>();
    private final List<JsonObject> paidByCard = new ArrayList<>();
    private final List<String> vouchers = new ArrayList<>();
    private Running running;
    private double startMillis;

    /** @param windows shared, so that each shop learns from the others how long a step takes on this machine now */
    KilledShop(Register register, PrinterSink printer, Windows windows, long seed) throws IOException {
        this.register = register;
        this.caller = new Caller(register);
        this.printer = printer;
        this.windows = windows;
        this.random = new Random(seed);
        JsonObject devices = JsonParser.parseString(printer.settings()).getAsJsonObject();
        JsonObject terminal = JsonParser.parseString(
                        "{\"driver\":\"virtual\",\"options\":{\"delay\":%1$d,\"linger\":%1$d}}"
                                .formatted(TERMINAL_MILLIS))
                .getAsJsonObject();
        devices.add("terminal", terminal);
        Files.writeString(register.home().resolve("devices.json"), devices.toString());
        running = restart();
    }

    /** Kills it in that step, starts it again and looks at everything; returns what happened, in a line. */
    String kill(KillStep step) throws IOException, InterruptedException {
        if (step == KillStep.START) {
            return killStart();
        }
        sell();
        List<Object> command = command(step);
        List<String> lines = command.isEmpty() ? lines(step) : List.of();
        Export before = export();
        double fraction = random.nextDouble();
        Cut cut = cut(step, fraction);
        Answer answer;
        if (command.isEmpty()) {
            answer = caller.ring(new LineByLine(lines, cut::begin, cut::missed));
        } else {
            cut.begin();
            answer = step == KillStep.Z || step == KillStep.VOUCHER_ISSUED || step == KillStep.CASH_MOVED
                    ? caller.byManager(command.toArray())
                    : caller.byCashier(command.toArray());
            if (answer.exitCode() != Caller.GONE) {
                cut.missed();
            }
        }
        cut.await();
        assertThat(answer.exitCode()).as("%s: %s", step, answer).isIn(0, Caller.GONE);
        boolean told = command.isEmpty()
                ? readAcknowledged(answer) || (step == KillStep.RECALLED && cut.took() >= 0)
                : answer.exitCode() == 0;
        running = restart();
        Export after = check();
        String outcome = outcome(step, before, after, told, total(lines));
        windows.learn(step, cut);
        return "%s, killed after %.1f ms: %s; again after %.0f ms; %d sales, cards %d, drawer %d"
                .formatted(
                        step,
                        cut.millis(),
                        outcome,
                        startMillis,
                        after.receiptNumbers().size(),
                        Books.of(after).cards(),
                        Books.of(after).inDrawer());
    }

    private String killStart() throws IOException, InterruptedException {
        running.kill();
        int further = random.nextInt((int) startMillis);
        Process process =
                register.start(register.file("start.out", ""), register.file("start.err", ""), "run", "--port", 0);
        process.waitFor(further, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        running = restart();
        Export after = check();
        return "%s, killed after %d ms; again after %.0f ms; %d sales"
                .formatted(
                        KillStep.START,
                        further,
                        startMillis,
                        after.receiptNumbers().size());
    }

    private Running restart() {
        long begun = System.nanoTime();
        Running started = register.run();
        startMillis = (System.nanoTime() - begun) / 1e6;
        return started;
    }

    /** A sale in cash, one by card and a voucher, so that there is something to lose and to give back. */
    private void sell() {
        List<String> lines = new ArrayList<>();
        lines.addAll(List.of("2*" + RICE_BALL_CODE, BEER_CODE, "CASH 1000"));
        if (paidByCard.isEmpty()) {
            lines.addAll(List.of(BEER_CODE, "CARD " + BEER));
        }
        must(lines);
        if (vouchers.isEmpty()) {
            Answer issued = caller.byManager("vouchers", "issue", 100);
            assertThat(issued.exitCode()).as(issued.toString()).isZero();
            vouchers.add(issued.out().strip());
        }
    }

    /** The command that the step is, once what it takes is done; empty where it is a line of a sale. */
    private List<Object> command(KillStep step) {
        return switch (step) {
            case SHIFT_OPENED -> {
                shift(false);
                yield List.of("shift", "open", "--amount", 20_000);
            }
            case CASH_MOVED -> {
                shift(true);
                yield List.of("cash", random.nextBoolean() ? "in" : "drop", 500, "--reason", "till");
            }
            case SHIFT_COUNTED -> {
                shift(true);
                yield List.of("shift", "count", "--amount", Books.of(export()).inDrawer());
            }
            case SHIFT_CLOSED -> {
                shift(true);
                mustByCashier("shift", "count", "--amount", Books.of(export()).inDrawer());
                yield List.of("shift", "close");
            }
            case VOUCHER_ISSUED -> List.of("vouchers", "issue", 100);
            case Z -> {
                finishSuspended();
                yield List.of("report", "z");
            }
            default -> List.of();
        };
    }

    /** Opens a shift, or closes it: with what the journal's sales left in the drawer, or else that takes an approval. */
    private void shift(boolean open) {
        Books books = Books.of(export());
        if (open && !books.shiftIsOpen()) {
            mustByCashier("shift", "open", "--amount", 20_000);
        } else if (!open && books.shiftIsOpen()) {
            mustByCashier("shift", "count", "--amount", books.inDrawer());
            mustByCashier("shift", "close");
        }
    }

    private void mustByCashier(Object... command) {
        Answer answer = caller.byCashier(command);
        assertThat(answer.exitCode()).as("%s%n%s", List.of(command), answer).isZero();
    }

    /** The lines of the sale, the last of which the step is. */
    private List<String> lines(KillStep step) {
        int pieces = 1 + random.nextInt(9);
        String rice = pieces + "*" + RICE_BALL_CODE;
        String beer = BEER_CODE;
        int total = pieces * RICE_BALL + BEER;
        return switch (step) {
            case SCAN -> List.of(rice, beer);
            case LINE_VOIDED -> List.of(rice, beer, "VOID 1");
            case CASH -> List.of(rice, beer, "CASH 9000");
            case RECEIPT -> List.of(rice, beer, "CASH 9000", "");
            case CARD_UNCHARGED, CARD_CHARGED -> List.of(rice, beer, "CARD " + total);
            case CARD_IN_PART -> List.of(rice, beer, "CARD 100", "CASH 9000");
            case VOUCHER -> List.of(rice, beer, "CASH " + (total - 100), "VOUCHER " + vouchers.remove(0));
            case RETURN_FOR_CASH -> List.of(giveBack(paidInCash), "REFUND CASH " + BEER);
            case SUSPENDED -> List.of(rice, beer, "SUSPEND");
            case RECALLED -> List.of("RECALL " + suspended());
            case RETURN_TO_CARD -> List.of(giveBack(paidByCard), "REFUND CARD " + BEER);
            default -> throw new IllegalArgumentException(step.toString());
        };
    }

    /** One that is set aside; set aside now where there is none. */
    private String suspended() {
        if (Books.of(export()).suspended().isEmpty()) {
            must(List.of("3*" + RICE_BALL_CODE, "SUSPEND"));
        }
        return Books.of(export()).suspended().keySet().iterator().next();
    }

    /** A day does not close over a sale of which a part is paid. */
    private void finishSuspended() {
        Books.of(export()).suspended().forEach((id, sale) -> {
            boolean returns = !sale.getAsJsonArray("returns").isEmpty();
            must(List.of("RECALL " + id, returns ? "END" : "CASH 9000"));
        });
    }

    private void must(List<String> lines) {
        Answer answer = caller.ring(new LineByLine(lines, () -> {}, () -> {}));
        assertThat(answer.exitCode()).as("%s%n%s", lines, answer).isZero();
        readAcknowledged(answer);
    }

    /** Of each receipt once, whatever becomes of it. */
    private String giveBack(List<JsonObject> of) {
        JsonObject sale = of.remove(random.nextInt(of.size()));
        return "RETURN %s %d 1"
                .formatted(
                        sale.get("receiptNumber").getAsString(),
                        last(sale).get("line").getAsInt());
    }

    private static JsonObject last(JsonObject sale) {
        JsonArray lines = sale.getAsJsonArray("lines");
        return lines.get(lines.size() - 1).getAsJsonObject();
    }

    private static long total(List<String> lines) {
        long total = 0;
        for (String line : lines) {
            if (line.endsWith(RICE_BALL_CODE)) {
                total += (long) Character.digit(line.charAt(0), 10) * RICE_BALL;
            } else if (line.equals(BEER_CODE)) {
                total += BEER;
            } else if (line.startsWith("RETURN")) {
                total -= BEER;
            }
        }
        return total;
    }

    private Cut cut(KillStep step, double fraction) throws IOException {
        BooleanSupplier seen = () -> true;
        double window = windows.of(step);
        if (step == KillStep.CARD_UNCHARGED) {
            window = TERMINAL_MILLIS;
        } else if (step == KillStep.CARD_CHARGED) {
            int charged = orders().size();
            window = 2 * TERMINAL_MILLIS;
            seen = () -> orders().size() > charged;
        }
        return new Cut(running, seen, fraction * window);
    }

    private String outcome(KillStep step, Export before, Export after, boolean told, long total) {
        if (step.entry().isEmpty()) {
            assertThat(after.receiptNumbers()).isEqualTo(before.receiptNumbers());
            return "no sale of it";
        }
        List<JsonObject> all = after.payloads(step.entry());
        int more = all.size() - before.payloads(step.entry()).size();
        assertThat(more).as(step + ", told: " + told).isBetween(told ? 1 : 0, 1);
        if (more == 1 && step.entry().equals("SaleClosed")) {
            assertThat(all.get(all.size() - 1).get("total").getAsLong()).isEqualTo(total);
        }
        return told ? "done and told" : more == 1 ? "done, not told" : "not done";
    }

    /** What the till had told before it died; true when it had told of a sale that closed or was set aside. */
    private boolean readAcknowledged(Answer answer) {
        boolean told = false;
        for (String line : answer.out().lines().filter(l -> l.startsWith("{")).toList()) {
            try {
                JsonObject sale = JsonParser.parseString(line).getAsJsonObject();
                if (sale.has("suspendedId")) {
                    told = true;
                } else if (acknowledged.add(sale.get("receiptNumber").getAsString())) {
                    told = true;
                    keepForReturns(sale);
                }
            } catch (JsonSyntaxException cutShort) {
                // Half a line tells nothing.
            }
        }
        return told;
    }

    private void keepForReturns(JsonObject sale) {
        boolean hasBeer = last(sale).get("code").getAsString().equals(BEER_CODE);
        if (hasBeer
                && sale.get("kind").getAsString().equals("sale")
                && sale.getAsJsonArray("tenders").size() == 1) {
            JsonObject tender = sale.getAsJsonArray("tenders").get(0).getAsJsonObject();
            switch (tender.get("type").getAsString()) {
                case "cash" -> paidInCash.add(sale);
                case "card" -> paidByCard.add(sale);
                default -> {}
            }
        }
    }

    private Export export() {
        Answer answer = caller.call(InputStream.nullInputStream(), List.of("journal", "export"));
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return new Export(answer.out()
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList());
    }

    private Export check() throws IOException {
        Answer settled = caller.byManager("payments", "reconcile");
        assertThat(settled.exitCode()).as(settled.toString()).isZero();
        Answer x = caller.byManager("report", "x", "--json");
        assertThat(x.exitCode()).as(x.toString()).isZero();
        Answer listed = caller.byManager("vouchers", "list");
        Export export = export();
        export.assertChainHolds();
        export.assertNumbersHaveNoGaps();
        assertThat(export.receiptNumbers())
                .as("sales that were told or printed")
                .containsAll(acknowledged)
                .containsAll(
                        printer.receipts().stream().map(Paper.Receipt::number).toList());
        Books books = Books.of(export);
        books.assertReports(JsonParser.parseString(x.out()).getAsJsonObject());
        assertThat(charged()).as("charged to cards").isEqualTo(books.cards());
        assertVouchers(listed.out(), books);
        return export;
    }

    private static void assertVouchers(String listed, Books books) {
        Set<String> paid = new HashSet<>();
        listed.lines()
                .filter(line -> line.contains("  paid 1-"))
                .forEach(line -> paid.add(line.substring(0, line.indexOf("  "))));
        assertThat(paid).isEqualTo(books.paidVouchers());
    }

    private List<Path> orders() {
        Path folder = register.home().resolve("terminal");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the terminal's own memory: a reversal undoes a charge or a refund. */
    private long charged() throws IOException {
        long charged = 0;
        for (Path order : orders()) {
            JsonObject done = done(order);
            boolean undoes = kind(done).equals("REVERSAL");
            boolean charges = kind(undoes ? original(done) : done).equals("CHARGE") != undoes;
            long amount = done.get("amount").getAsLong();
            charged += charges ? amount : -amount;
        }
        return charged;
    }

    private JsonObject original(JsonObject reversal) throws IOException {
        String end = reversal.get("original").getAsString() + ".json";
        for (Path order : orders()) {
            if (order.toString().endsWith(end)) {
                return done(order);
            }
        }
        throw new AssertionError("a reversal of nothing: " + reversal);
    }

    private static JsonObject done(Path order) throws IOException {
        return JsonParser.parseString(Files.readString(order)).getAsJsonObject();
    }

    private static String kind(JsonObject order) {
        return order.get("kind").getAsString();
    }

    /** The day's end: every closed sale has its receipt, each further one says that it repeats; the journal holds to its anchors. */
    String end() throws InterruptedException, IOException {
        Books books = Books.of(export());
        if (books.shiftIsOpen()) {
            mustByCashier("shift", "count", "--amount", books.inDrawer());
            mustByCashier("shift", "close");
        }
        finishSuspended();
        Answer z = caller.byManager("report", "z");
        assertThat(z.exitCode()).as(z.toString()).isZero();
        List<String> closed = check().receiptNumbers();
        int repeats = receipts(closed);
        assertThat(running.stop()).isZero();
        assertThat(register.must(
                                "",
                                "journal",
                                "verify",
                                "--anchor",
                                register.home().resolve("anchors.jsonl"))
                        .out())
                .contains("The journal holds");
        return "%d sales, each on paper, %d printed again and marked; drawer and anchors hold"
                .formatted(closed.size(), repeats);
    }

    private int receipts(List<String> closed) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!numbers().containsAll(closed) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(numbers()).as("receipts on paper").containsExactlyInAnyOrderElementsOf(closed);
        Set<String> seen = new HashSet<>();
        int repeats = 0;
        for (Paper.Receipt receipt : printer.receipts()) {
            if (!seen.add(receipt.number())) {
                repeats++;
                assertThat(receipt.saysRepeat()).as(receipt.text()).isTrue();
            }
        }
        return repeats;
    }

    private Set<String> numbers() {
        Set<String> numbers = new HashSet<>();
        printer.receipts().forEach(receipt -> numbers.add(receipt.number()));
        return numbers;
    }
}
