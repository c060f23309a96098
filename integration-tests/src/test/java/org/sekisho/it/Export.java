package org.sekisho.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An exported journal, as an auditor reads it. */
record Export(List<JsonObject> entries) {

    static Export of(Register register) {
        List<JsonObject> entries = new ArrayList<>();
        register.must("", "journal", "export")
                .out()
                .lines()
                .forEach(line -> entries.add(JsonParser.parseString(line).getAsJsonObject()));
        return new Export(entries);
    }

    List<JsonObject> payloads(String type) {
        return entries.stream()
                .filter(entry -> entry.get("type").getAsString().equals(type))
                .map(entry -> entry.getAsJsonObject("payload"))
                .toList();
    }

    /** The receipt numbers of all closed sales, in the order of the journal. */
    List<String> receiptNumbers() {
        return payloads("SaleClosed").stream()
                .map(sale -> sale.get("receiptNumber").getAsString())
                .toList();
    }

    /** No sale twice, no number twice, none left out. */
    void assertNumbersHaveNoGaps() {
        List<String> numbers = receiptNumbers();
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo("1-%06d".formatted(i + 1));
        }
        Set<String> ids = payloads("SaleClosed").stream()
                .map(sale -> sale.get("saleId").getAsString())
                .collect(Collectors.toSet());
        assertThat(ids).hasSameSizeAs(numbers);
    }
}
