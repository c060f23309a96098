package org.sekisho.web.api;

import java.util.Optional;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;
import org.sekisho.web.http.JsonBody;
import org.sekisho.web.http.Refusal;
import org.sekisho.web.http.Refused;

/** What bodies of calls have in common. */
final class Fields {

    static final int LONGEST_ID = 36;
    static final int LONGEST_CODE = 100;
    static final int LONGEST_REASON = 200;
    private static final String QUANTITY = "[0-9]{1,9}(?:\\.[0-9]{1,3})?";

    private Fields() {}

    static String saleId(JsonBody body) throws Refused {
        return body.text("saleId", LONGEST_ID);
    }

    static String reason(JsonBody body) throws Refused {
        return body.text("reason", LONGEST_REASON);
    }

    static Money amount(JsonBody body, Home home) throws Refused, HomeFault {
        long amount = body.number("amount");
        if (amount < 0) {
            throw new Refused(Refusal.MALFORMED, "amount");
        }
        return Money.of(amount, home.settings().currency());
    }

    static Quantity quantity(JsonBody body) throws Refused {
        return quantity(body.text("quantity", LONGEST_CODE));
    }

    static Quantity quantity(String text) throws Refused {
        if (!text.matches(QUANTITY)) {
            throw new Refused(Refusal.MALFORMED, "quantity");
        }
        return Quantity.parse(text);
    }

    static ReceiptNumber receipt(JsonBody body) throws Refused {
        return receipt(Optional.of(body.text("receipt", LONGEST_CODE)));
    }

    static ReceiptNumber receipt(Optional<String> text) throws Refused {
        try {
            return ReceiptNumber.parse(text.orElse(""));
        } catch (IllegalArgumentException e) {
            throw new Refused(Refusal.MALFORMED, "receipt");
        }
    }
}
