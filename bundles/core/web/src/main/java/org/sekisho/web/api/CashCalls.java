package org.sekisho.web.api;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.CashDesk.Counted;
import org.sekisho.checkout.CashDesk.Movement;
import org.sekisho.checkout.CashDesk.ShiftReport;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.HomeFault;
import org.sekisho.web.http.Answer;
import org.sekisho.web.http.JsonBody;
import org.sekisho.web.http.Refusal;
import org.sekisho.web.http.Refused;

/** The drawer beside sales: shifts, cash put in and taken out, and opening it without a sale. */
final class CashCalls {

    private static final int LONGEST_WORD = 20;

    private final Services services;
    private final SignOns signOns;
    private final Turn turn;

    CashCalls(Services services, SignOns signOns, Turn turn) {
        this.services = services;
        this.signOns = signOns;
        this.turn = turn;
    }

    List<Route> routes() {
        return List.of(
                turn.command("POST", "/api/shift", this::open),
                turn.command("POST", "/api/shift/movements", this::move),
                turn.command("POST", "/api/shift/counts", this::count),
                turn.command("DELETE", "/api/shift", this::close),
                turn.command("POST", "/api/no-sales", this::noSale));
    }

    private Answer open(Visit visit) throws Refused, CheckoutRefusal, StorageFault, HomeFault {
        JsonObject answer = new JsonObject();
        answer.addProperty("shift", services.cashDesk().open(visit.operator(), counted(visit)));
        return Answer.json(200, answer);
    }

    /** Answers nothing: what was expected is not for whoever counts. */
    private Answer count(Visit visit) throws Refused, CheckoutRefusal, StorageFault, HomeFault {
        services.cashDesk().count(visit.operator(), counted(visit));
        return Answer.nothing(204);
    }

    private Counted counted(Visit visit) throws Refused, HomeFault {
        JsonBody body = visit.call().body();
        Money amount = Fields.amount(body, services.home());
        body.end();
        return new Counted(amount, Map.of());
    }

    private Answer move(Visit visit) throws Refused, CheckoutRefusal, StorageFault, HomeFault {
        JsonBody body = visit.call().body();
        Movement movement = movement(body.text("movement", LONGEST_WORD));
        Money amount = Fields.amount(body, services.home());
        String reason = Fields.reason(body);
        requireOwnPassword(visit, body);
        services.cashDesk().move(visit.operator(), visit.approver(), movement, amount, reason);
        return Answer.nothing(204);
    }

    private static Movement movement(String word) throws Refused {
        return switch (word) {
            case "paid-in" -> Movement.PAID_IN;
            case "paid-out" -> Movement.PAID_OUT;
            case "drop" -> Movement.DROP;
            default -> throw new Refused(Refusal.MALFORMED, "movement");
        };
    }

    private Answer noSale(Visit visit) throws Refused, CheckoutRefusal, StorageFault, HomeFault {
        JsonBody body = visit.call().body();
        String reason = Fields.reason(body);
        requireOwnPassword(visit, body);
        services.checkout().noSale(visit.operator(), visit.approver(), reason);
        return Answer.nothing(204);
    }

    /** Before the drawer opens without a sale, where the shop wants that; ends the body and wipes the password. */
    private void requireOwnPassword(Visit visit, JsonBody body) throws Refused, StorageFault, HomeFault {
        char[] password = body.optionalSecret("password", SignOns.LONGEST_PASSWORD);
        try {
            body.end();
            if (services.home().settings().drawerPassword()) {
                if (password.length == 0) {
                    throw new Refused(Refusal.DRAWER_PASSWORD);
                }
                signOns.confirm(visit.operator().name(), password);
            }
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Answer close(Visit visit) throws CheckoutRefusal, StorageFault {
        ShiftReport report = services.cashDesk().close(visit.operator(), visit.approver());
        JsonObject object = new JsonObject();
        object.addProperty("shift", report.number());
        object.addProperty("opened", report.operator());
        object.addProperty("float", report.opening().minor());
        object.addProperty("sales", report.sales().minor());
        object.addProperty("paidIn", report.paidIn().minor());
        object.addProperty("paidOut", report.paidOut().minor());
        object.addProperty("dropped", report.dropped().minor());
        object.addProperty("expected", report.expected().minor());
        object.addProperty("counted", report.counted().minor());
        object.addProperty("difference", report.difference().minor());
        return Answer.json(200, object);
    }
}
