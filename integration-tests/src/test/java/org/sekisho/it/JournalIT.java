package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal's anchors, by command. */
class JournalIT {

    @TempDir
    static Path folder;

    static Register register;

    @BeforeAll
    static void openShop() {
        register = new Register(folder).initialise();
        register.sells();
        register.byManager("", "report", "z");
    }

    @Test
    void anchorsOfZAndOnDemandAreSignedByOneKeyAndTheJournalHoldsToThem() throws Exception {
        register.sells();
        String line = register.must("", "journal", "anchor").out().strip();
        Path anchors = register.home().resolve("anchors.jsonl");
        assertThat(Files.readAllLines(anchors)).hasSizeGreaterThan(1).contains(line);
        String key = Files.readString(register.home().resolve("journal-key.json"))
                .replaceAll("(?s).*\"key\":\"([0-9a-f]{64})\".*", "$1");
        assertThat(Files.readAllLines(anchors)).allMatch(one -> one.contains("\"key\":\"" + key + "\""));
        assertThat(register.must("", "journal", "verify", "--anchor", anchors).out())
                .contains("The journal holds")
                .contains(" 0 unsigned");
        assertThat(Export.of(register).payloads("JournalKeyMade"))
                .singleElement()
                .satisfies(made -> assertThat(made.get("key").getAsString()).isEqualTo(key));
    }

    @Test
    void anExportThatIsNotWholeSaysSo() throws Exception {
        Path password = folder.resolve("manager.pw");
        for (Object[] export : new Object[][] {
            {"journal", "export", "--as", "manager", "--password-file", password}, {"items", "export"}
        }) {
            Path err = register.file("full.err", "");
            Process process = register.start(Path.of("/dev/full"), err, export);
            process.getOutputStream().close();
            assertThat(process.waitFor()).as(List.of(export).toString()).isEqualTo(1);
            assertThat(err).content().contains("What was written is not whole");
        }
    }

    @Test
    void aForgedAnchorIsRefused() throws Exception {
        String line = register.must("", "journal", "anchor").out().strip();
        Path forged = register.file("forged.jsonl", line.replace("\"seq\":", "\"seq\":1"));
        Answer answer = register.sekisho("", "journal", "verify", "--anchor", forged);
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).contains("Anchor 1").contains("is forged");
    }

    @Test
    void anAnchorOfAnotherHomeIsRefused() throws Exception {
        Register other = new Register(Files.createDirectory(folder.resolve("other"))).initialise();
        Path foreign =
                other.file("foreign.jsonl", other.must("", "journal", "anchor").out());
        Answer answer = register.sekisho("", "journal", "verify", "--anchor", foreign);
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).contains("a key that this register does not have");
    }

    @Test
    void entriesAreFoundByDateAmountAndOperatorTogether() {
        String day = Export.of(register)
                .payloads("SaleClosed")
                .get(0)
                .get("businessDate")
                .getAsString();
        String[] fields = {"--from", day, "--amount-min", "130", "--amount-max", "130", "--operator", "tanaka"};
        String found =
                register.must("", search(fields, new String[] {"--json"})).out();
        assertThat(found.lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"type\":\"SaleClosed\"") && line.contains("\"late\":false"));
        assertThat(register.must("", search(fields, new String[] {"--text", "no such voucher"}))
                        .out())
                .isEmpty();
        assertThat(register.must("", search("--type", "SaleClosed", "--until", day))
                        .out())
                .contains(day, "tanaka", "130");
        assertThat(register.sekisho("", search("--from", "yesterday")).exitCode())
                .isEqualTo(2);
    }

    @Test
    void whoGivesANameMustBeAllowedToReadTheJournal() {
        Answer answer = register.sekisho(
                "",
                search(
                        "--as",
                        "tanaka",
                        "--password-file",
                        folder.resolve("tanaka.pw").toString()));
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.out()).isEmpty();
    }

    private static Object[] search(String[] fields, String[] more) {
        return search(Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new));
    }

    private static Object[] search(String... fields) {
        return Stream.concat(Stream.of("journal", "search"), Stream.of(fields)).toArray();
    }
}
