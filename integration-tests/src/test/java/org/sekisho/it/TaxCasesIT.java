package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of docs/tax-cases.md, rung at registers with the settings that it names. */
class TaxCasesIT {

    private static final Path TABLE = Path.of("../docs/tax-cases.md");
    private static final int LEAST = 18;
    private static final Pattern LINE = Pattern.compile("([0-9]+)×([0-9]+) @([a-z]+)(?: (ex|in))?");
    private static final Map<String, String> RATES = Map.of(
            "jp", "{\"standard\":\"10\",\"reduced\":\"8\"}",
            "eu", "{\"standard\":\"19\",\"reduced\":\"7\"}",
            "us",
                    "{\"standard\":[{\"name\":\"State\",\"rate\":\"6.25\"},{\"name\":\"City\",\"rate\":\"1\"},"
                            + "{\"name\":\"Transit\",\"rate\":\"1\"}]}");

    @TempDir
    Path folder;

    @Test
    void everyRowIsWhatTheRegisterSays() throws Exception {
        Map<String, List<Row>> bySettings =
                rows().stream().collect(Collectors.groupingBy(Row::settings, LinkedHashMap::new, Collectors.toList()));
        assertThat(bySettings.values().stream().mapToInt(List::size).sum()).isGreaterThanOrEqualTo(LEAST);
        int shop = 0;
        for (Map.Entry<String, List<Row>> one : bySettings.entrySet()) {
            rung(Files.createDirectory(folder.resolve("shop" + shop++)), one.getKey(), one.getValue());
        }
    }

    private static void rung(Path folder, String settings, List<Row> rows) throws IOException {
        Register register = new Register(folder);
        register.must("", "init", "--manager-password-file", register.file("manager.pw", Register.MANAGER_PASSWORD));
        Files.writeString(register.home().resolve("store.json"), settings);
        StringBuilder items = new StringBuilder("code,name,name_en,price,tax,unit,department,tax_included\n");
        StringBuilder scans = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).ring(i, items, scans);
        }
        Path csv = register.file("tax-items.csv", items.toString());
        assertThat(register.byManager("", "items", "import", csv).exitCode()).isZero();
        Answer answer = register.byManager(scans.toString(), "ring", "--json");
        assertThat(answer.exitCode()).as(answer.toString()).isZero();
        List<String> said = answer.out().lines().map(TaxCasesIT::said).toList();
        assertThat(said).isEqualTo(rows.stream().map(Row::expected).toList());
    }

    /** Taxes and total of one sale, in the words of the table; the parts of a stacked rate must sum to its tax. */
    private static String said(String line) {
        JsonObject sale = JsonParser.parseString(line).getAsJsonObject();
        List<String> taxes = new ArrayList<>();
        for (JsonElement element : sale.getAsJsonArray("taxes")) {
            JsonObject tax = element.getAsJsonObject();
            taxes.add("%s: %d+%d=%d"
                    .formatted(
                            tax.get("rate").getAsString(),
                            tax.get("net").getAsLong(),
                            tax.get("tax").getAsLong(),
                            tax.get("gross").getAsLong()));
            if (!tax.getAsJsonArray("components").isEmpty()) {
                assertThat(tax.getAsJsonArray("components").asList().stream()
                                .mapToLong(part ->
                                        part.getAsJsonObject().get("tax").getAsLong())
                                .sum())
                        .isEqualTo(tax.get("tax").getAsLong());
            }
        }
        return String.join("; ", taxes) + " " + sale.get("total").getAsLong();
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .filter(cells -> !cells.get(0).equals("case"))
                .peek(cells -> assertThat(cells).as(cells.get(0)).hasSize(11))
                .map(Row::new)
                .toList();
    }

    /** One case. */
    private record Row(List<String> cells) {

        String settings() {
            return "{\"currency\":\"%s\",\"timeZone\":\"UTC\",\"tax\":{\"scheme\":\"%s\",\"prices\":\"%s\",\"rounding\":\"%s\",\"scope\":\"%s\",\"rates\":%s}}"
                    .formatted(
                            cells.get(2),
                            cells.get(1),
                            cells.get(3),
                            cells.get(4),
                            cells.get(5),
                            RATES.get(cells.get(1)));
        }

        void ring(int number, StringBuilder items, StringBuilder scans) {
            Matcher line = LINE.matcher(cells.get(6));
            for (int i = 0; line.find(); i++) {
                String code = "T" + number + "-" + i;
                String included = line.group(4) == null ? "" : line.group(4).equals("in") ? "yes" : "no";
                items.append(
                        "%s,goods,goods,%s,%s,piece,,%s%n".formatted(code, line.group(2), line.group(3), included));
                scans.append(line.group(1)).append('*').append(code).append('\n');
            }
            if (!cells.get(7).isEmpty()) {
                scans.append("DISCOUNT ").append(cells.get(7)).append('\n');
            }
            scans.append("CASH ").append(cells.get(9)).append('\n');
        }

        String expected() {
            return cells.get(8) + " " + cells.get(9);
        }
    }
}
