package org.sekisho.web.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.SaleJson;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import org.sekisho.web.http.Answer;
import org.sekisho.web.http.JsonBody;
import org.sekisho.web.http.Refusal;
import org.sekisho.web.http.Refused;
import org.sekisho.web.session.SalesDesk;
import org.sekisho.web.session.Session;
import org.sekisho.web.session.Sessions;

/** The session's sale: every decision is the till's. */
final class SaleCalls {

    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_ID = 36;
    private static final int LONGEST_REASON = 200;
    private static final String QUANTITY = "[0-9]{1,9}(?:\\.[0-9]{1,3})?";
    private static final String LINE = "[1-9][0-9]{0,5}";

    private final Services services;
    private final Sessions sessions;

    SaleCalls(Services services, Sessions sessions) {
        this.services = services;
        this.sessions = sessions;
    }

    List<Route> routes() {
        return List.of(
                route("GET", "/api/sale", visit -> state(visit.session().desk())),
                route("POST", "/api/sale", this::begin),
                route("DELETE", "/api/sale", this::voidSale),
                route("POST", "/api/sale/lines", this::addLine),
                route("DELETE", "/api/sale/lines/{line}", this::voidLine),
                route("POST", "/api/sale/tenders", this::tender),
                new Route("GET", "/api/sales/{saleId}/receipt.png", Access.OPERATOR, this::receipt));
    }

    /** One call at a time of each operator: an open sale is for one thread. */
    private static Route route(String method, String path, Route.Handler handler) {
        return new Route(method, path, Access.OPERATOR, visit -> {
            synchronized (visit.session().desk()) {
                return handler.answer(visit);
            }
        });
    }

    private Answer begin(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        Session session = visit.session();
        if (!isStillThere(session.operator())) {
            sessions.end(session);
            throw new Refused(Refusal.NOT_SIGNED_ON);
        }
        return Answer.json(200, sale(session.desk().begin(session.operator())));
    }

    /** Whether nobody has taken away the right to sign on meanwhile. */
    private boolean isStillThere(Operator operator) throws StorageFault {
        return services.operators().list().stream()
                .anyMatch(listed -> listed.name().equals(operator.name()) && !listed.retired());
    }

    private Answer addLine(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        JsonBody body = visit.call().body();
        String saleId = body.text("saleId", LONGEST_ID);
        String code = body.text("code", LONGEST_CODE);
        Optional<String> quantity = body.optionalText("quantity", LONGEST_CODE);
        Optional<String> unit = body.optionalText("unit", LONGEST_CODE);
        body.end();
        if (code.isEmpty()) {
            throw new Refused(Refusal.MALFORMED, "code");
        }
        if (quantity.isPresent() && !quantity.get().matches(QUANTITY)) {
            throw new Refused(Refusal.MALFORMED, "quantity");
        }
        Optional<Unit> said = unit.isEmpty() ? Optional.empty() : Optional.of(unit(unit.get()));
        OpenSale sale = visit.session().desk().open(saleId);
        Quantity many = quantity.map(Quantity::parse).orElse(Quantity.ONE);
        Line line = sale.add(code, many, said.or(() -> quantity.map(given -> Unit.PIECE)), Optional.empty());
        JsonObject answer = sale(sale);
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
        return Answer.json(200, sale(sale));
    }

    private Answer voidSale(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        String saleId = visit.call().parameter("saleId");
        String reason = visit.call().parameter("reason");
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refused(Refusal.MALFORMED, "reason");
        }
        SalesDesk desk = visit.session().desk();
        desk.open(saleId);
        desk.abandon(reason);
        return state(desk);
    }

    private Answer tender(Visit visit) throws Refused, CheckoutRefusal, StorageFault, HomeFault {
        JsonBody body = visit.call().body();
        String saleId = body.text("saleId", LONGEST_ID);
        String type = body.text("type", LONGEST_CODE);
        long amount = body.number("amount");
        body.end();
        if (!type.equals("cash")) {
            throw new Refused(Refusal.MALFORMED, "type");
        }
        if (amount < 0) {
            throw new Refused(Refusal.MALFORMED, "amount");
        }
        SalesDesk desk = visit.session().desk();
        Money cash = Money.of(amount, services.home().settings().currency());
        Optional<ClosedSale> closed = desk.tenderCash(saleId, cash);
        if (closed.isEmpty()) {
            return Answer.json(200, sale(desk.open(saleId)));
        }
        JsonObject answer = new JsonObject();
        answer.add("closed", SaleJson.contract(closed.get()));
        return Answer.json(200, answer);
    }

    private Answer receipt(Visit visit) throws Refused, HomeFault, DeviceFault {
        ClosedSale sale = visit.session()
                .desk()
                .closed(visit.variables().getOrDefault("saleId", ""))
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND));
        return Answer.of(
                "image/png", services.pictures().png(services.receipts().compose(sale, false)));
    }

    private static Answer state(SalesDesk desk) throws StorageFault {
        JsonObject state = new JsonObject();
        state.add(
                "sale",
                desk.open()
                        .<JsonElement>map(open -> SaleJson.open(open.id(), open.totals()))
                        .orElse(JsonNull.INSTANCE));
        state.add("last", desk.last().<JsonElement>map(SaleJson::contract).orElse(JsonNull.INSTANCE));
        return Answer.json(200, state);
    }

    private static JsonObject sale(OpenSale open) {
        JsonObject object = new JsonObject();
        object.add("sale", SaleJson.open(open.id(), open.totals()));
        return object;
    }
}
