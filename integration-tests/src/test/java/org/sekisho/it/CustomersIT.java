package org.sekisho.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers by command, over a real database: taken in, found, told, erased; and nothing of them lies about. */
class CustomersIT {

    private static final String YAMADA = "name: 山田 花子\nphone: +81 90-1234-5678\nemail: hanako@example.jp\nnote: 小麦\n";

    @TempDir
    static Path folder;

    static Register register;

    @BeforeAll
    static void openShop() {
        register = new Register(folder).initialise();
    }

    private static String added(String lines) {
        Answer answer = register.byManager(lines, "customers", "add");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        assertThat(answer.out().strip()).matches("C-[2-9A-HJ-NP-Z]{8}");
        return answer.out().strip();
    }

    @Test
    void isFoundByTheWholeOfWhatIsKnown() {
        String id = added(YAMADA);
        Answer found = register.byManager("０９０－１２３４－５６７８\n", "customers", "find", "--json");
        JsonObject customer = JsonParser.parseString(
                        found.out().lines().findFirst().orElseThrow())
                .getAsJsonObject();
        assertThat(customer.get("name").getAsString()).isEqualTo("山田 花子");
        assertThat(register.byManager("山田花子\n", "customers", "find").out()).contains(id);
        Answer nobody = register.byManager("山田\n", "customers", "find");
        assertThat(nobody.exitCode()).isZero();
        assertThat(nobody.out()).isEmpty();
        assertThat(nobody.err()).contains("Nobody was found");
        assertThat(register.byManager("", "customers", "show", id).out()).contains(id, "hanako@example.jp");
        assertThat(register.byManager("name: 山田 華子\n", "customers", "change", id)
                        .exitCode())
                .isZero();
        assertThat(register.byManager("", "customers", "show", id).out())
                .contains("華子")
                .doesNotContain("hanako");
    }

    @Test
    void erasedCustomerIsNowhere() throws IOException {
        String id = added("name: 佐々木 消太郎\nphone: 03-9876-5432\n");
        Answer told = register.byManager("", "customers", "disclose", id);
        assertThat(JsonParser.parseString(told.out())
                        .getAsJsonObject()
                        .get("phone")
                        .getAsString())
                .isEqualTo("03-9876-5432");
        assertThat(register.byManager("", "customers", "erase", id, "--reason", "asked for")
                        .exitCode())
                .isZero();
        assertThat(register.byManager("", "customers", "show", id).exitCode()).isEqualTo(2);
        assertThat(register.byManager("0398765432\n", "customers", "find").out())
                .isEmpty();
        assertThat(register.byManager("", "customers", "list").out()).doesNotContain(id);
        Export journal = Export.of(register);
        journal.assertChainHolds();
        assertThat(journal.payloads("CustomerErased").get(0).get("customer").getAsString())
                .isEqualTo(id);
        assertThat(journal.payloads("CustomerDisclosed")).isNotEmpty();
        for (Path file : files()) {
            String content = new String(Files.readAllBytes(file), UTF_8);
            for (String personal : List.of("消太郎", "9876", "山田", "hanako", "小麦")) {
                assertThat(content.contains(personal))
                        .as(file + " holds " + personal)
                        .isFalse();
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(register.home())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aSaleIsTheirsOnReceiptAndRecordAndEarnsThemPoints() throws IOException {
        String id = added("name: 佐藤 次郎\n");
        Path settings = register.home().resolve("store.json");
        JsonObject store = JsonParser.parseString(Files.readString(settings)).getAsJsonObject();
        JsonObject points = new JsonObject();
        points.addProperty("per", 100);
        store.add("points", points);
        Files.writeString(settings, store.toString());

        Answer sale =
                register.byManager("CUSTOMER " + id.toLowerCase(Locale.ROOT) + "\n3*4901234567894\nEND\n", "ring");
        assertThat(sale.exitCode()).as(sale.toString()).isEqualTo(2); // still due
        sale = register.byManager("CUSTOMER " + id + "\n3*4901234567894\nCASH 1000\n", "ring");
        assertThat(sale.exitCode()).as(sale.toString()).isZero();
        assertThat(sale.out()).contains(id);
        JsonObject known = JsonParser.parseString(register.byManager("", "customers", "show", id, "--json")
                        .out())
                .getAsJsonObject();
        long earned = known.get("points").getAsLong();
        assertThat(earned).isPositive();
        assertThat(register.byManager("", "journal", "search", "--text", id, "--type", "SaleClosed")
                        .out()
                        .lines())
                .hasSize(1);

        Answer taken = register.byManager("", "customers", "points", id, "-1", "--reason", "for a bag");
        assertThat(taken.exitCode()).as(taken.toString()).isZero();
        assertThat(taken.out()).contains(Long.toString(earned - 1));
        Answer tooMany = register.byManager("", "customers", "points", id, "-1000", "--reason", "for a car");
        assertThat(tooMany.exitCode()).isEqualTo(2);
        assertThat(tooMany.err()).contains("fewer than were to be taken");
        Answer nobody = register.byManager("CUSTOMER C-22222222\n4901234567894\nCASH 1000\n", "ring");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).contains("no customer C-22222222");
    }

    @Test
    void whoMayNotOrTypesNonsenseIsRefused() {
        Answer cashiers = register.sekisho(
                YAMADA, "customers", "add", "--as", "tanaka", "--password-file", folder.resolve("tanaka.pw"));
        assertThat(cashiers.exitCode()).isEqualTo(3);
        assertThat(register.byManager("name 山田\n", "customers", "add").exitCode())
                .isEqualTo(2);
        assertThat(register.byManager("name: a\nname: b\n", "customers", "add").exitCode())
                .isEqualTo(2);
        Answer nothing = register.byManager("email: a@example.jp\n", "customers", "add");
        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(nothing.err()).contains("needs a name or a phone number");
        assertThat(register.byManager("", "customers", "show", "C-22222222").exitCode())
                .isEqualTo(2);
    }
}
