package org.sekisho.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sekisho.checkout.ExceptionReport;
import org.sekisho.checkout.ExceptionReport.Place;
import org.sekisho.checkout.ExceptionReport.Row;

/** The exceptions of the cashiers for people and for machines. */
final class ExceptionText {

    /** So many entries a person sees of one row; machines see all. */
    private static final int PLACES = 5;

    private ExceptionText() {}

    static String text(ExceptionReport report, Console console) {
        if (report.rows().isEmpty()) {
            return console.text("exceptions.none");
        }
        StringJoiner lines = new StringJoiner("\n");
        String operator = "";
        for (Row row : report.rows()) {
            if (!row.operator().equals(operator)) {
                operator = row.operator();
                lines.add(console.text("exceptions.head", operator, row.sales()));
            }
            lines.add(console.text(
                    "exceptions.row",
                    row.farOff() ? console.text("exceptions.far") : " ",
                    console.text("exceptions." + row.kind().word()),
                    row.count(),
                    row.amount().toString(),
                    row.per100().toString(),
                    row.median().toString(),
                    places(row, console)));
        }
        return lines.toString();
    }

    private static String places(Row row, Console console) {
        String first = row.places().stream()
                .limit(PLACES)
                .map(place -> place.lane() + "/" + place.seq())
                .collect(Collectors.joining(" "));
        return row.places().size() > PLACES ? console.text("exceptions.places", first) : first;
    }

    static String json(ExceptionReport report, @Nullable LocalDate from, @Nullable LocalDate until) {
        JsonObject object = new JsonObject();
        object.addProperty("schema", 1);
        if (from != null) {
            object.addProperty("from", from.toString());
        }
        if (until != null) {
            object.addProperty("to", until.toString());
        }
        object.addProperty("entries", report.entries());
        JsonArray rows = new JsonArray();
        report.rows().forEach(row -> rows.add(json(row)));
        object.add("rows", rows);
        return object.toString();
    }

    private static JsonObject json(Row row) {
        JsonObject object = new JsonObject();
        object.addProperty("operator", row.operator());
        object.addProperty("sales", row.sales());
        object.addProperty("kind", row.kind().word());
        object.addProperty("count", row.count());
        object.addProperty("amount", row.amount().minor());
        object.addProperty("per100Sales", row.per100().toPlainString());
        object.addProperty("peersMedian", row.median().toPlainString());
        object.addProperty("farOff", row.farOff());
        JsonArray entries = new JsonArray();
        for (Place place : row.places()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("lane", place.lane());
            entry.addProperty("seq", place.seq());
            entries.add(entry);
        }
        object.add("entries", entries);
        return object;
    }
}
