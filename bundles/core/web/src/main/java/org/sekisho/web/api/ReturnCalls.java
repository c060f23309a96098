package org.sekisho.web.api;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.Reprints.Reprint;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import org.sekisho.web.http.Answer;
import org.sekisho.web.http.JsonBody;
import org.sekisho.web.http.Refused;
import org.sekisho.web.session.SalesDesk;

/** What happens to a receipt afterwards: goods come back, it is taken back whole, it is printed again. */
final class ReturnCalls {

    private final Services services;
    private final Turn turn;

    ReturnCalls(Services services, Turn turn) {
        this.services = services;
        this.turn = turn;
    }

    List<Route> routes() {
        return List.of(
                turn.read("/api/receipts/{receipt}", this::receipt),
                turn.command("POST", "/api/receipts/copies", this::copy),
                turn.command("POST", "/api/receipts/post-voids", this::postVoid),
                turn.deed("POST", "/api/sale/returns", this::giveBack),
                turn.deed("POST", "/api/sale/unreceipted-returns", this::giveBackUnreceipted));
    }

    private Answer receipt(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        ReceiptNumber number =
                Fields.receipt(Optional.ofNullable(visit.variables().get("receipt")));
        return SaleAnswers.closed(services.checkout()
                .find(number)
                .orElseThrow(() -> new CheckoutRefusal(Refusal.NO_SUCH_RECEIPT, number)));
    }

    private Answer copy(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        JsonBody body = visit.call().body();
        ReceiptNumber number = Fields.receipt(body);
        String reason = Fields.reason(body);
        body.end();
        Reprint printed = services.reprints().reprint(visit.operator(), visit.approver(), number, reason);
        JsonObject answer = new JsonObject();
        answer.addProperty("receipt", printed.sale().receiptNumber().toString());
        answer.addProperty("copy", printed.mark().copy());
        return Answer.json(200, answer);
    }

    private Answer postVoid(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        JsonBody body = visit.call().body();
        ReceiptNumber number = Fields.receipt(body);
        String reason = Fields.reason(body);
        body.end();
        SalesDesk desk = visit.session().desk();
        String saleId = desk.begin(visit.operator()).id().toString();
        return SaleAnswers.settled(
                desk,
                saleId,
                desk.settle(
                        saleId,
                        sale -> Turn.withApprover(visit, sale, open -> Optional.of(open.postVoid(number, reason)))));
    }

    private Answer giveBack(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        JsonBody body = visit.call().body();
        String saleId = Fields.saleId(body);
        ReceiptNumber number = Fields.receipt(body);
        int line = Math.toIntExact(Math.min(Math.max(body.number("line"), 0), Integer.MAX_VALUE));
        Quantity quantity = Fields.quantity(body);
        body.end();
        return added(visit, saleId, sale -> sale.giveBack(number, line, quantity));
    }

    private Answer giveBackUnreceipted(Visit visit) throws Refused, CheckoutRefusal, StorageFault, HomeFault {
        JsonBody body = visit.call().body();
        String saleId = Fields.saleId(body);
        String code = body.text("code", Fields.LONGEST_CODE);
        Quantity quantity = Fields.quantity(body);
        Optional<Long> lower = body.optionalNumber("price");
        body.end();
        Optional<Money> price = lower.isEmpty()
                ? Optional.empty()
                : Optional.of(Money.of(lower.get(), services.home().settings().currency()));
        return added(visit, saleId, sale -> sale.giveBack(code, quantity, price));
    }

    private static Answer added(Visit visit, String saleId, Turn.SaleDeed<Line> deed)
            throws CheckoutRefusal, StorageFault {
        OpenSale sale = visit.session().desk().open(saleId);
        Line line = Turn.withApprover(visit, sale, deed);
        JsonObject answer = SaleAnswers.open(visit.session().desk(), sale);
        answer.addProperty("added", line.number());
        return Answer.json(200, answer);
    }
}
