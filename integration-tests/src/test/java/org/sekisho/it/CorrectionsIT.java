package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is put right after a sale closed, by command, over a real database: copies and receipts taken back. */
class CorrectionsIT {

    @TempDir
    static Path folder;

    static Register register;

    @BeforeAll
    static void openShop() {
        register = new Register(folder).initialise();
    }

    @Test
    void aReceiptIsPrintedAgainWithItsNumber() {
        String receipt = sold();
        assertThat(byCashier("", "receipts", "reprint", receipt).exitCode()).isEqualTo(3);
        Answer first = register.byManager("", "receipts", "reprint", receipt, "--reason", "lost");
        assertThat(first.exitCode()).as(first.toString()).isZero();
        assertThat(first.out()).contains("再発行 1", receipt, "130");
        try (Running running = register.run()) {
            assertThat(running.screen()).contains("The register sells");
            assertThat(approved("", "receipts", "reprint", receipt).out()).contains("再発行 2");
        }
        assertThat(register.home().resolve("receipts/" + receipt + "-3.png")).exists();
        List<JsonObject> entries = Export.of(register).payloads("ReceiptReprinted");
        assertThat(entries.get(entries.size() - 1).get("approver").getAsString())
                .isEqualTo("manager");
        assertThat(register.byManager("", "receipts", "reprint", "1-999999").exitCode())
                .isEqualTo(2);
        assertThat(register.byManager("", "receipts", "reprint", "hello").exitCode())
                .isEqualTo(2);
    }

    @Test
    void aReceiptIsTakenBackWholeOnce() {
        String receipt = sold();
        assertThat(register.ring("POSTVOID " + receipt + " rung twice\n").exitCode())
                .isEqualTo(3);
        Answer back = approved("POSTVOID " + receipt + " rung twice\n", "ring", "--json");
        assertThat(back.exitCode()).as(back.toString()).isZero();
        JsonObject sale = JsonParser.parseString(back.out()).getAsJsonObject();
        assertThat(sale.get("kind").getAsString()).isEqualTo("return");
        assertThat(sale.get("total").getAsLong()).isEqualTo(-130);
        assertThat(sale.get("tenders").toString()).isEqualTo("[{\"type\":\"cash\",\"amount\":-130}]");
        Answer again = approved("POSTVOID " + receipt + " again\n", "ring");
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err()).contains(sale.get("receiptNumber").getAsString());
        assertThat(register.byManager("", "receipts", "reprint", receipt).out()).contains("取消済");
        Export journal = Export.of(register);
        journal.assertChainHolds();
        assertThat(journal.payloads("ReceiptPostVoided")).hasSize(1);
        assertThat(register.byManager("", "report", "x", "--json").out())
                .contains("\"postVoids\":1,\"postVoided\":130");
    }

    @Test
    void goodsWithoutAReceiptTakeASecondPersonAndCash() {
        assertThat(register.ring("RETURN 4901234567894 1\nREFUND CASH 130\n").exitCode())
                .isEqualTo(3);
        Answer back = approved("RETURN @100*4901234567894 2\nREFUND CASH 200\n", "ring", "--json");
        assertThat(back.exitCode()).as(back.toString()).isZero();
        assertThat(JsonParser.parseString(back.out())
                        .getAsJsonObject()
                        .get("total")
                        .getAsLong())
                .isEqualTo(-200);
        assertThat(Export.of(register)
                        .payloads("ReturnedWithoutReceipt")
                        .get(0)
                        .get("approver")
                        .getAsString())
                .isEqualTo("manager");
        assertThat(approved("RETURN 4901234567894 1\nREFUND CARD 130\n", "ring").exitCode())
                .isEqualTo(3);
    }

    @Test
    void exceptionsAreForManagersAndAuditorsAndLeadToTheJournal() {
        register.addOperator("kansa", "auditor", "Rv9?kSw3*pNf");
        register.ring("4901234567894\n4901234567894\nVOID 1\nCASH 130\n");
        assertThat(byCashier("", "report", "exceptions").exitCode()).isEqualTo(3);
        Answer seen = register.sekisho(
                "", "report", "exceptions", "--json", "--as", "kansa", "--password-file", folder.resolve("kansa.pw"));
        assertThat(seen.exitCode()).as(seen.toString()).isZero();
        JsonObject row = JsonParser.parseString(seen.out()).getAsJsonObject().getAsJsonArray("rows").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(each -> each.get("kind").getAsString().equals("lines-voided"))
                .findFirst()
                .orElseThrow();
        assertThat(row.get("operator").getAsString()).isEqualTo("tanaka");
        assertThat(row.get("amount").getAsLong()).isEqualTo(130);
        assertThat(row.getAsJsonArray("entries")).hasSize(1);
        assertThat(register.byManager("", "report", "exceptions", "--from", "2020-01-01", "--to", "2020-01-31")
                        .out())
                .contains("Nothing but plain sales");
        assertThat(register.byManager("", "report", "exceptions").out()).contains("Lines voided", "tanaka");
    }

    @Test
    void practiceChangesNothingAndSaysSoOnItsReceipts() {
        String receipt = sold();
        String before =
                withoutTime(register.byManager("", "report", "x", "--json").out());
        Answer practice = byCashier("4901234567894\nCASH 500\n4901234567894\nCARD 130\n", "ring", "--training");
        assertThat(practice.exitCode()).as(practice.toString()).isZero();
        assertThat(practice.out()).contains("練習", "T-000001", "T-000002");
        assertThat(practice.err()).contains("TRAINING");
        assertThat(register.home().resolve("receipts/T-000002.png")).exists();
        Answer json = byCashier("4901234567894\nCASH 500\n", "ring", "--training", "--json");
        assertThat(json.out()).contains("\"T-000001\"");
        Answer aside = byCashier("4901234567894\nSUSPEND lunch\n", "ring", "--training");
        assertThat(aside.exitCode()).isNotZero();
        assertThat(withoutTime(register.byManager("", "report", "x", "--json").out()))
                .isEqualTo(before);
        Export journal = Export.of(register);
        journal.assertChainHolds();
        assertThat(journal.payloads("TrainingStarted")).hasSize(3);
        assertThat(journal.payloads("TrainingEnded")).hasSize(3);
        assertThat(number(sold())).isEqualTo(number(receipt) + 1);
    }

    private static int number(String receipt) {
        return Integer.parseInt(receipt.substring(receipt.indexOf('-') + 1));
    }

    private static String withoutTime(String report) {
        return report.replaceAll("\"time\":\"[^\"]*\"", "");
    }

    private static String sold() {
        Answer answer = register.mustRing("4901234567894\nCASH 500\n");
        return JsonParser.parseString(answer.out())
                .getAsJsonObject()
                .get("receiptNumber")
                .getAsString();
    }

    private static Answer approved(String input, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--approver", "manager", "--approver-password-file", folder.resolve("manager.pw")));
        return byCashier(input, all.toArray());
    }

    private static Answer byCashier(String input, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--as", "tanaka", "--password-file", folder.resolve("tanaka.pw")));
        return register.sekisho(input, all.toArray());
    }
}
