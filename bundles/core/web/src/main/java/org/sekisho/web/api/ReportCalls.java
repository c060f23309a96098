package org.sekisho.web.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.ExceptionReport;
import org.sekisho.checkout.TillReport;
import org.sekisho.journal.AnchorLine;
import org.sekisho.storage.StorageFault;
import org.sekisho.web.http.Answer;

/** What the drawer and the day should show, and what each cashier did beside plain selling. */
final class ReportCalls {

    private final Services services;
    private final Turn turn;

    ReportCalls(Services services, Turn turn) {
        this.services = services;
        this.turn = turn;
    }

    List<Route> routes() {
        return List.of(
                turn.read(
                        "/api/reports/x",
                        visit -> Answer.json(200, report(services.reports().x(visit.operator())))),
                turn.command("POST", "/api/reports/z", this::closeTheDay),
                turn.read("/api/reports/exceptions", this::exceptions));
    }

    /** The day is closed by now, whether or not its signed heads could be kept: whoever took that for a fault would close another, empty one. */
    private Answer closeTheDay(Visit visit) throws CheckoutRefusal, StorageFault {
        TillReport closed = services.reports().z(visit.operator());
        JsonObject object = report(closed);
        try {
            for (AnchorLine.Signed head : services.anchors().make()) {
                if (head.anchor().lane().equals(closed.lane())) {
                    object.addProperty("journalHead", head.anchor().hash());
                }
            }
        } catch (StorageFault | IOException e) {
            object.addProperty("notAnchored", String.valueOf(e.getMessage()));
        }
        return Answer.json(200, object);
    }

    private static JsonObject report(TillReport report) {
        JsonObject object = new JsonObject();
        report.zNumber().ifPresent(number -> object.addProperty("zNumber", number));
        object.addProperty("operator", report.operator());
        object.addProperty("businessDate", report.businessDate().toString());
        object.addProperty("sales", report.sales());
        object.addProperty("total", report.total().minor());
        JsonObject tenders = new JsonObject();
        report.tenders().forEach((type, money) -> tenders.addProperty(type.word(), money.minor()));
        object.add("tenders", tenders);
        object.addProperty("discounts", report.discounts().minor());
        object.addProperty("voidedSales", report.voidedSales());
        object.addProperty("voidedLines", report.voidedLines());
        object.addProperty("noSales", report.noSales());
        object.addProperty("returned", report.returned());
        object.addProperty("refunded", report.refunded().minor());
        object.addProperty("postVoids", report.corrections().postVoids());
        return object;
    }

    private Answer exceptions(Visit visit) throws CheckoutRefusal, StorageFault {
        JsonArray rows = new JsonArray();
        services.exceptions()
                .exceptions(visit.operator(), null, null, entries -> {})
                .rows()
                .forEach(row -> rows.add(json(row)));
        JsonObject object = new JsonObject();
        object.add("rows", rows);
        return Answer.json(200, object);
    }

    private static JsonObject json(ExceptionReport.Row row) {
        JsonObject object = new JsonObject();
        object.addProperty("operator", row.operator());
        object.addProperty("sales", row.sales());
        object.addProperty("kind", row.kind().word());
        object.addProperty("count", row.count());
        object.addProperty("amount", row.amount().minor());
        object.addProperty("per100Sales", row.per100().toPlainString());
        object.addProperty("peersMedian", row.median().toPlainString());
        object.addProperty("farOff", row.farOff());
        return object;
    }
}
