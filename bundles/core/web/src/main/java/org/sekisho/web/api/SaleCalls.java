package org.sekisho.web.api;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import org.sekisho.web.http.Answer;
import org.sekisho.web.http.JsonBody;
import org.sekisho.web.http.Refusal;
import org.sekisho.web.http.Refused;
import org.sekisho.web.session.SalesDesk;
import org.sekisho.web.session.Session;

/** The session's sale: every decision is the till's. */
final class SaleCalls {

    private static final String LINE = "[1-9][0-9]{0,5}";

    private final Services services;
    private final Turn turn;

    SaleCalls(Services services, Turn turn) {
        this.services = services;
        this.turn = turn;
    }

    List<Route> routes() {
        return List.of(
                turn.read(
                        "/api/sale", visit -> SaleAnswers.state(visit.session().desk())),
                turn.command("POST", "/api/sale", this::begin),
                turn.deed("DELETE", "/api/sale", this::voidSale),
                turn.deed("POST", "/api/sale/customer", this::name),
                turn.deed("POST", "/api/sale/lines", this::addLine),
                turn.deed("DELETE", "/api/sale/lines/{line}", this::voidLine),
                new Route("GET", "/api/sales/{saleId}/receipt.png", Access.OPERATOR, this::receipt));
    }

    private Answer begin(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        Session session = visit.session();
        return Answer.json(200, SaleAnswers.open(session.desk(), session.desk().begin(session.operator())));
    }

    private Answer name(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        JsonBody body = visit.call().body();
        String saleId = Fields.saleId(body);
        Optional<String> customer = body.optionalText("customer", Fields.LONGEST_ID);
        body.end();
        OpenSale sale = visit.session().desk().open(saleId);
        sale.customer(customer);
        return Answer.json(200, SaleAnswers.open(visit.session().desk(), sale));
    }

    private Answer addLine(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        JsonBody body = visit.call().body();
        String saleId = body.text("saleId", Fields.LONGEST_ID);
        String code = body.text("code", Fields.LONGEST_CODE);
        Optional<String> quantity = body.optionalText("quantity", Fields.LONGEST_CODE);
        Optional<String> unit = body.optionalText("unit", Fields.LONGEST_CODE);
        body.end();
        if (code.isEmpty()) {
            throw new Refused(Refusal.MALFORMED, "code");
        }
        Optional<Unit> said = unit.isEmpty() ? Optional.empty() : Optional.of(unit(unit.get()));
        Quantity many = quantity.isEmpty() ? Quantity.ONE : Fields.quantity(quantity.get());
        OpenSale sale = visit.session().desk().open(saleId);
        Line line = sale.add(code, many, said.or(() -> quantity.map(given -> Unit.PIECE)), Optional.empty());
        JsonObject answer = SaleAnswers.open(visit.session().desk(), sale);
        answer.addProperty("added", line.number());
        return Answer.json(200, answer);
    }

    private static Unit unit(String word) throws Refused {
        try {
            return Unit.ofWord(word);
        } catch (IllegalArgumentException e) {
            throw new Refused(Refusal.MALFORMED, "unit");
        }
    }

    private Answer voidLine(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        String number = visit.variables().get("line");
        String saleId = visit.call().parameter("saleId");
        if (number == null || !number.matches(LINE)) {
            throw new Refused(Refusal.MALFORMED, "line");
        }
        OpenSale sale = visit.session().desk().open(saleId);
        sale.voidLine(Integer.parseInt(number));
        return Answer.json(200, SaleAnswers.open(visit.session().desk(), sale));
    }

    private Answer voidSale(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        String saleId = visit.call().parameter("saleId");
        String reason = visit.call().parameter("reason");
        if (reason.isBlank() || reason.length() > Fields.LONGEST_REASON) {
            throw new Refused(Refusal.MALFORMED, "reason");
        }
        SalesDesk desk = visit.session().desk();
        desk.open(saleId);
        desk.abandon(reason);
        return SaleAnswers.state(desk);
    }

    private Answer receipt(Visit visit) throws Refused, HomeFault, DeviceFault {
        ClosedSale sale = visit.session()
                .desk()
                .closed(visit.variables().getOrDefault("saleId", ""))
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
        return Answer.of(
                "image/png", services.pictures().png(services.receipts().compose(sale, false)));
    }
}
