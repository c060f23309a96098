package org.sekisho.it;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;

/** What a command answered. */
record Answer(int exitCode, String out, String err) {

    /** The closed sales that {@code ring --json} printed. */
    List<JsonObject> sales() {
        return out.lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    /** The numbers of those sales' receipts. */
    List<String> receiptNumbers() {
        return sales().stream()
                .map(sale -> sale.get("receiptNumber").getAsString())
                .toList();
    }

    /** Both streams, for a failing test to show. */
    @Override
    public String toString() {
        return "exit " + exitCode + "\n--- out\n" + out + "\n--- err\n" + err;
    }
}
