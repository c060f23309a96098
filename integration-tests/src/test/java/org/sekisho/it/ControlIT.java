package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One home, many commands: beside a register that runs, and without one. */
class ControlIT {

    private static final String SALE = "4901234567894\nCASH 130\n";

    @TempDir
    static Path folder;

    static Register register;

    @BeforeAll
    static void openShop() {
        register = new Register(folder).initialise();
        register.mustRing(SALE);
    }

    @Test
    void commandsAnswerAlikeOnStoppedAndRunningRegister() {
        List<String> stopped = ask();
        try (Running running = register.run()) {
            assertThat(ask()).as(running.screen()).isEqualTo(stopped);
            String refused = register.sekisho("", "run").err();
            assertThat(refused).contains("already running").doesNotContain("Exception");
        }
        assertThat(ask()).isEqualTo(stopped);
    }

    /** What does not change from one moment to the next. */
    private static List<String> ask() {
        List<String> answers = new ArrayList<>();
        answers.add(byManager("users", "list"));
        answers.add(register.must("", "list").out());
        answers.add(byManager("items", "import", Register.resource("items.csv")));
        answers.add(JsonParser.parseString(byManager("report", "x", "--json"))
                .getAsJsonObject()
                .get("total")
                .toString());
        return answers;
    }

    private static String byManager(Object... arguments) {
        Answer answer = register.byManager("", arguments);
        assertThat(answer.exitCode()).as("%s%n%s", List.of(arguments), answer).isZero();
        return answer.out();
    }

    @Test
    void secondRunOnTheSameHomeSaysSoAndEnds() {
        try (Running running = register.run()) {
            Answer second = register.sekisho("", "run");
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).contains(register.home().toString(), "already running");
            assertThat(register.ring(SALE).exitCode()).as(running.screen()).isZero();
        }
    }

    @Test
    void twoRingsAtOnceBothCloseOnRunningRegister() {
        try (Running running = register.run()) {
            ringTwiceAtOnce();
            assertThat(running.stop()).isZero();
        }
        Export.of(register).assertNumbersHaveNoGaps();
    }

    @Test
    void twoRingsAtOnceBothCloseOnStoppedRegister() {
        ringTwiceAtOnce();
        Export.of(register).assertNumbersHaveNoGaps();
    }

    private static void ringTwiceAtOnce() {
        CompletableFuture<Answer> other = CompletableFuture.supplyAsync(() -> register.ring(SALE.repeat(5)));
        Answer one = register.ring(SALE.repeat(5));
        Answer two = other.join();
        assertThat(one.exitCode()).as(one.toString()).isZero();
        assertThat(two.exitCode()).as(two.toString()).isZero();
        assertThat(one.receiptNumbers()).hasSize(5);
        assertThat(two.receiptNumbers()).hasSize(5).doesNotContainAnyElementsOf(one.receiptNumbers());
    }

    @Test
    void ctrlCStopsTheRegisterInOrderAndNothingIsRepeated() {
        List<String> sold;
        try (Running running = register.run()) {
            sold = register.mustRing(SALE.repeat(3)).receiptNumbers();
            assertThat(running.interrupt()).as(running.screen()).isZero();
            assertThat(running.screen()).doesNotContain("Exception");
        }
        try (Running running = register.run()) {
            assertThat(running.screen()).doesNotContain("repeats");
            assertThat(running.interrupt()).isZero();
        }
        Export export = Export.of(register);
        List<String> printed = export.payloads("ReceiptPrinted").stream()
                .peek(print -> assertThat(print.get("repeat").getAsBoolean())
                        .as(print.toString())
                        .isFalse())
                .map(print -> print.get("receiptNumber").getAsString())
                .toList();
        assertThat(printed).containsAll(sold).hasSameSizeAs(new HashSet<>(printed));
        assertThat(export.payloads("RegisterStopped")).isNotEmpty();
    }

    @Test
    void helpSpeaksJapaneseToJapanesePeople() {
        Answer english = register.must("", "--help");
        assertThat(english.out()).contains("Ring sales from lines of codes").doesNotContain("売");
        Register japanese = new Register(folder).with("LANG", "ja_JP.UTF-8");
        assertThat(japanese.must("", "--help").out()).contains("レジ").doesNotContain("Ring sales");
        assertThat(japanese.must("", "ring", "--help").out()).contains("ring", "会計");
    }

    @Test
    void wrongUsageIsToldAndEndsWithTwo() {
        for (List<Object> wrong : List.<List<Object>>of(
                List.of(), List.of("sel"), List.of("ring", "--jsn"), List.of("items", "import"), List.of("users"))) {
            Answer answer = register.sekisho("", wrong.toArray());
            assertThat(answer.exitCode()).as("%s%n%s", wrong, answer).isEqualTo(2);
            assertThat(answer.err()).as("%s", wrong).isNotBlank().doesNotContain("Exception", "\tat ");
        }
    }
}
