package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two registers, each a lane of its own, on one PostgreSQL: what both reach for goes to one of them, and what is one's own stays so. */
class TwoLanesIT {

    private static final String BEER = "4912345678904";
    private static final String SUZUKIS = "Jm3?xVf6=cGy";
    private static final String NEXT = "Rv9?kSw3*pNf";

    @TempDir
    static Path folder;

    @TempDir
    static Path cluster;

    static PostgresServer server;
    static Register one;
    static Register two;
    static Running first;
    static Running second;

    @BeforeAll
    static void openShop() throws Exception {
        server = PostgresServer.find(cluster);
        one = new Register(Files.createDirectories(folder.resolve("one")));
        Files.createDirectories(one.home());
        Files.writeString(one.home().resolve("store.json"), """
                {"currency":"JPY","tax":{"scheme":"jp","prices":"inclusive","rounding":"floor","scope":"receipt",\
                "rates":{"standard":"10","reduced":"8"}},"database":"%s"}
                """.formatted(server.urlThrough(server.port())));
        one.initialise();
        two = secondLane();
        first = one.run();
        second = two.run();
    }

    /** Its settings but for the lane, and its vault. */
    private static Register secondLane() throws IOException {
        Register lane = new Register(Files.createDirectories(folder.resolve("two")));
        Files.createDirectories(lane.home());
        Files.copy(one.home().resolve("vault.json"), lane.home().resolve("vault.json"));
        Files.writeString(
                lane.home().resolve("store.json"),
                Files.readString(one.home().resolve("store.json")).replaceFirst("\\{", "{\"laneId\":\"2\","));
        Files.createDirectories(lane.folder().resolve("user"));
        copyConfig(one.folder().resolve("user"), lane.folder().resolve("user"));
        lane.file("manager.pw", Register.MANAGER_PASSWORD + "\n");
        lane.file("tanaka.pw", Register.CASHIER_PASSWORD + "\n");
        return lane;
    }

    private static void copyConfig(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @AfterAll
    static void closeShop() throws Exception {
        if (first != null) {
            first.close();
        }
        if (second != null) {
            second.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static Answer ring(Register lane, String... lines) {
        return new Caller(lane).ring(new LineByLine(List.of(lines), () -> {}, () -> {}));
    }

    private static JsonObject mustRing(Register lane, String... lines) {
        Answer answer = ring(lane, lines);
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        return answer.sales().get(0);
    }

    private static List<Answer> atOnce(Supplier<Answer> here, Supplier<Answer> there) {
        CompletableFuture<Answer> other = CompletableFuture.supplyAsync(here);
        Answer own = there.get();
        return List.of(other.join(), own);
    }

    @Test
    void theSameGoodsComeBackOnOneLaneOnly() {
        for (int round = 0; round < 5; round++) {
            String receipt =
                    mustRing(one, BEER, "CASH 298").get("receiptNumber").getAsString();
            String[] back = {"RETURN " + receipt + " 1 1", "REFUND CASH 298"};
            List<Answer> answers = atOnce(() -> ring(one, back), () -> ring(two, back));
            assertThat(answers).extracting(Answer::exitCode).containsExactlyInAnyOrder(0, 3);
        }
    }

    @Test
    void aVoucherPaysOnOneLaneOnly() {
        for (int round = 0; round < 5; round++) {
            Answer issued = new Caller(one).byManager("vouchers", "issue", 298);
            String voucher = "VOUCHER " + issued.out().strip();
            List<Answer> answers = atOnce(() -> ring(one, BEER, voucher), () -> ring(two, BEER, voucher));
            assertThat(answers)
                    .as(answers.toString())
                    .extracting(Answer::exitCode)
                    .contains(0);
            assertThat(answers.stream()
                            .mapToInt(answer -> answer.sales().size())
                            .sum())
                    .isEqualTo(1);
        }
    }

    @Test
    void numbersOfEachLaneHaveNoGapsThoughBothSell() {
        String[] lines = {BEER, "CASH 298", BEER, "CASH 298", BEER, "CASH 298"};
        for (Answer answer : atOnce(() -> ring(one, lines), () -> ring(two, lines))) {
            assertThat(answer.sales()).as(answer.toString()).hasSize(3);
        }
        assertNumbersHaveNoGaps();
    }

    private static void assertNumbersHaveNoGaps() {
        List<String> all = Export.of(one).receiptNumbers();
        for (String lane : List.of("1", "2")) {
            List<String> numbers =
                    all.stream().filter(n -> n.startsWith(lane + "-")).toList();
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).isEqualTo("%s-%06d".formatted(lane, i + 1));
            }
        }
    }

    @Test
    void aZOfOneLaneCountsItsOwnSalesWhileTheOtherSells() {
        close(one);
        close(two);
        long before = 0;
        List<JsonObject> reports = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            mustRing(one, BEER, "CASH 298");
            before++;
            CompletableFuture<JsonObject> selling =
                    CompletableFuture.supplyAsync(() -> mustRing(two, BEER, "CASH 298"));
            reports.add(close(one));
            selling.join();
        }
        assertThat(reports.stream().mapToLong(z -> z.get("sales").getAsLong()).sum())
                .isEqualTo(before);
        assertThat(close(two).get("sales").getAsLong()).isEqualTo(5);
    }

    @Test
    void salesWhileTheirOwnLaneClosesAreCountedOnce() {
        close(one);
        CompletableFuture<Integer> selling = CompletableFuture.supplyAsync(() -> {
            String[] lines = new String[60];
            for (int i = 0; i < lines.length; i += 2) {
                lines[i] = BEER;
                lines[i + 1] = "CASH 298";
            }
            return ring(one, lines).sales().size();
        });
        long counted = 0;
        while (!selling.isDone()) {
            Answer z = new Caller(one).byManager("report", "z", "--json");
            if (z.exitCode() == 0) {
                counted += JsonParser.parseString(z.out())
                        .getAsJsonObject()
                        .get("sales")
                        .getAsLong();
            }
        }
        assertThat(selling.join()).isEqualTo(30);
        assertThat(counted + close(one).get("sales").getAsLong()).isEqualTo(30);
    }

    private static JsonObject close(Register lane) {
        Answer z = new Caller(lane).byManager("report", "z", "--json");
        assertThat(z.exitCode()).as(z.toString()).isZero();
        return JsonParser.parseString(z.out()).getAsJsonObject();
    }

    @Test
    void tenWrongPasswordsHereAndThereLockBothAndTheRestartedOne() {
        one.addOperator("suzuki", "cashier", SUZUKIS);
        Path right = one.file("suzuki.pw", SUZUKIS + "\n");
        Path wrong = one.file("wrong.pw", "Not-The-Right1-Password\n");
        assertThat(exit(two, right)).isZero();
        for (int i = 0; i < 5; i++) {
            assertThat(exit(one, wrong)).isEqualTo(3);
            assertThat(exit(two, wrong)).isEqualTo(3);
        }

        assertThat(exit(one, right)).isEqualTo(3);
        assertThat(exit(two, right)).isEqualTo(3);
        first.close();
        assertThat(exit(one, right)).as("in a process of its own").isEqualTo(3);
        first = one.run();
        assertThat(exit(one, right)).as("in the register that was started anew").isEqualTo(3);
        assertThat(one.byManager(
                                "",
                                "users",
                                "passwd",
                                "suzuki",
                                "--new-password-file",
                                one.file("next.pw", NEXT + "\n"))
                        .exitCode())
                .isZero();
        assertThat(exit(two, one.file("next.pw", NEXT + "\n")))
                .as("a new password opens it")
                .isZero();
    }

    private static int exit(Register lane, Path password) {
        return lane.sekisho(BEER + "\nCASH 298\n", "ring", "--as", "suzuki", "--password-file", password)
                .exitCode();
    }

    @Test
    void aPriceImportedOnOneLaneIsSoonTheOthers() throws Exception {
        String dear = "4988888888881";
        Path file = one.file(
                "dear.csv",
                "code,name,name_en,price,tax,unit,department\n%s,扇子,Fan,%d,standard,piece,\n"
                        .formatted(code(dear), 500));
        mustImport(file);
        awaitTotal(code(dear), 500);
        mustImport(one.file("dearer.csv", Files.readString(file).replace(",500,", ",650,")));
        awaitTotal(code(dear), 650);
    }

    /** With its check digit. */
    private static String code(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += Character.digit(digits.charAt(i), 10) * (i % 2 == 0 ? 1 : 3);
        }
        return digits.substring(0, 12) + (10 - sum % 10) % 10;
    }

    private static void mustImport(Path file) {
        Answer imported = new Caller(one).byManager("items", "import", file);
        assertThat(imported.exitCode()).as(imported.toString()).isZero();
    }

    private static void awaitTotal(String code, long price) throws InterruptedException {
        long end = System.nanoTime() + 15_000_000_000L;
        while (true) {
            Answer sold = ring(two, code, "CASH 1000");
            if (!sold.sales().isEmpty() && sold.sales().get(0).get("total").getAsLong() == price) {
                return;
            }
            assertThat(System.nanoTime()).as("%d: %s", price, sold).isLessThan(end);
            Thread.sleep(100);
        }
    }
}
