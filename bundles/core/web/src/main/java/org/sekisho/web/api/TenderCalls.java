package org.sekisho.web.api;

import java.util.List;
import java.util.Optional;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import org.sekisho.web.http.Answer;
import org.sekisho.web.http.JsonBody;
import org.sekisho.web.http.Refusal;
import org.sekisho.web.http.Refused;
import org.sekisho.web.session.SalesDesk;

/** What pays for the session's sale, and what is paid back. */
final class TenderCalls {

    private static final int LONGEST_TYPE = 20;

    private final Services services;
    private final Turn turn;

    TenderCalls(Services services, Turn turn) {
        this.services = services;
        this.turn = turn;
    }

    List<Route> routes() {
        return List.of(
                turn.deed("POST", "/api/sale/tenders", this::tender),
                turn.deed("POST", "/api/sale/refunds", this::refund),
                turn.deed("POST", "/api/sale/end", this::end),
                turn.deed("POST", "/api/sale/reconciliation", this::reconcile));
    }

    private Answer tender(Visit visit) throws Refused, CheckoutRefusal, StorageFault, HomeFault {
        JsonBody body = visit.call().body();
        String saleId = Fields.saleId(body);
        String type = body.text("type", LONGEST_TYPE);
        if (type.equals("voucher")) {
            String code = body.text("code", Fields.LONGEST_CODE);
            body.end();
            return settle(visit, saleId, sale -> sale.tenderVoucher(code));
        }
        Money amount = Fields.amount(body, services.home());
        body.end();
        return settle(visit, saleId, isCard(type) ? sale -> sale.tenderCard(amount) : sale -> sale.tenderCash(amount));
    }

    private Answer refund(Visit visit) throws Refused, CheckoutRefusal, StorageFault, HomeFault {
        JsonBody body = visit.call().body();
        String saleId = Fields.saleId(body);
        String type = body.text("type", LONGEST_TYPE);
        Money amount = Fields.amount(body, services.home());
        body.end();
        return settle(visit, saleId, isCard(type) ? sale -> sale.refundCard(amount) : sale -> sale.refundCash(amount));
    }

    private static boolean isCard(String type) throws Refused {
        if (!type.equals("card") && !type.equals("cash")) {
            throw new Refused(Refusal.MALFORMED, "type");
        }
        return type.equals("card");
    }

    private Answer end(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        return settle(visit, onlySaleId(visit), sale -> Optional.of(sale.end()));
    }

    private Answer reconcile(Visit visit) throws Refused, CheckoutRefusal, StorageFault {
        return settle(visit, onlySaleId(visit), sale -> sale.reconcile());
    }

    private static String onlySaleId(Visit visit) throws Refused {
        JsonBody body = visit.call().body();
        String saleId = Fields.saleId(body);
        body.end();
        return saleId;
    }

    private static Answer settle(Visit visit, String saleId, SalesDesk.Settling step)
            throws CheckoutRefusal, StorageFault {
        SalesDesk desk = visit.session().desk();
        return SaleAnswers.settled(
                desk, saleId, desk.settle(saleId, sale -> Turn.withApprover(visit, sale, step::settle)));
    }
}
