package org.sekisho.web.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Optional;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.SaleJson;
import org.sekisho.storage.StorageFault;
import org.sekisho.web.http.Answer;
import org.sekisho.web.session.SalesDesk;

/** A desk's sale as calls answer it. */
final class SaleAnswers {

    private SaleAnswers() {}

    /** The open sale and the last that closed. */
    static Answer state(SalesDesk desk) throws StorageFault {
        JsonObject state = new JsonObject();
        state.add("sale", desk.open().<JsonElement>map(open -> view(desk, open)).orElse(JsonNull.INSTANCE));
        state.add("last", desk.last().<JsonElement>map(SaleJson::contract).orElse(JsonNull.INSTANCE));
        return Answer.json(200, state);
    }

    static JsonObject open(SalesDesk desk, OpenSale open) {
        JsonObject object = new JsonObject();
        object.add("sale", view(desk, open));
        return object;
    }

    /** The sale as it was closed, or as it still is. */
    static Answer settled(SalesDesk desk, String saleId, Optional<ClosedSale> closed)
            throws CheckoutRefusal, StorageFault {
        return closed.isPresent() ? closed(closed.get()) : Answer.json(200, open(desk, desk.open(saleId)));
    }

    static Answer closed(ClosedSale sale) {
        JsonObject answer = new JsonObject();
        answer.add("closed", SaleJson.contract(sale));
        return Answer.json(200, answer);
    }

    private static JsonObject view(SalesDesk desk, OpenSale open) {
        JsonObject sale = SaleJson.open(open.id(), open.totals());
        open.customer().ifPresent(id -> sale.addProperty("customer", id));
        sale.addProperty("paymentUnknown", desk.isPaymentUnknown());
        return sale;
    }
}
