package org.sekisho.web.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.SuspendedSale;
import org.sekisho.storage.StorageFault;
import org.sekisho.web.http.Answer;
import org.sekisho.web.http.JsonBody;
import org.sekisho.web.http.Refused;
import org.sekisho.web.session.SalesDesk;

/** Sales that are set aside, and gone on with. */
final class ShelfCalls {

    private final Services services;
    private final Turn turn;

    ShelfCalls(Services services, Turn turn) {
        this.services = services;
        this.turn = turn;
    }

    List<Route> routes() {
        return List.of(
                turn.read("/api/suspended-sales", visit -> suspended()),
                turn.deed("POST", "/api/sale/suspension", this::suspend),
                turn.command("POST", "/api/sale/recall", this::recall));
    }

    private Answer suspended() throws StorageFault {
        JsonArray sales = new JsonArray();
        services.checkout().suspended().forEach(sale -> sales.add(json(sale)));
        JsonObject answer = new JsonObject();
        answer.add("suspended", sales);
        return Answer.json(200, answer);
    }

    private static JsonObject json(SuspendedSale sale) {
        JsonObject object = new JsonObject();
        object.addProperty("suspendedId", sale.id());
        object.addProperty("lane", sale.lane());
        object.addProperty("operator", sale.operator());
        object.addProperty("businessDate", sale.businessDate().toString());
        object.addProperty("tendered", sale.tendered().minor());
        return object;
    }

    private Answer suspend(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        JsonBody body = visit.call().body();
        String saleId = Fields.saleId(body);
        String reason = Fields.reason(body);
        body.end();
        JsonObject answer = new JsonObject();
        answer.addProperty("suspendedId", visit.session().desk().suspend(saleId, reason));
        return Answer.json(200, answer);
    }

    private Answer recall(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        JsonBody body = visit.call().body();
        String id = body.text("suspendedId", Fields.LONGEST_CODE);
        body.end();
        SalesDesk desk = visit.session().desk();
        return Answer.json(200, SaleAnswers.open(desk, desk.recall(visit.operator(), id)));
    }
}
