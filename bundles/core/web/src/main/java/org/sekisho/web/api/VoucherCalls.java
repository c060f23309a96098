package org.sekisho.web.api;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import org.sekisho.web.http.Answer;
import org.sekisho.web.http.JsonBody;
import org.sekisho.web.http.Refused;

/** Vouchers of this shop. */
final class VoucherCalls {

    private final Services services;
    private final Turn turn;

    VoucherCalls(Services services, Turn turn) {
        this.services = services;
        this.turn = turn;
    }

    List<Route> routes() {
        return List.of(turn.command("POST", "/api/vouchers", this::issue));
    }

    private Answer issue(Visit visit) throws Refused, CheckoutRefusal, StorageFault, HomeFault {
        JsonBody body = visit.call().body();
        Money amount = Fields.amount(body, services.home());
        body.end();
        JsonObject answer = new JsonObject();
        answer.addProperty(
                "code", services.vouchers().issue(visit.operator(), Optional.empty(), amount, Optional.empty()));
        return Answer.json(200, answer);
    }
}
