package org.sekisho.checkout.payment;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.sekisho.checkout.Payment;
import org.sekisho.journal.Fact;

/** What the journal is told of orders to the card terminal. */
final class PaymentFacts {

    static final String SALE = "sale";

    private PaymentFacts() {}

    /** @param closing the sale as it closes once this is approved; empty while more would be due */
    static Fact started(Payment payment, Optional<JsonObject> closing) {
        JsonObject details = details(payment);
        payment.of().ifPresent(of -> details.addProperty("of", of.toString()));
        closing.ifPresent(sale -> details.add(SALE, sale));
        return new Fact("PaymentStarted", 1, payment.operator(), details);
    }

    static Fact approved(Payment payment, Outcome outcome, String operator) {
        JsonObject details = details(payment);
        details.addProperty("card", outcome.answer().card());
        details.addProperty("reference", outcome.answer().reference());
        return new Fact("PaymentApproved", 1, operator, details);
    }

    static Fact declined(Payment payment, Outcome outcome, String operator) {
        return new Fact("PaymentDeclined", 1, operator, because(payment, outcome.reason()));
    }

    static Fact unknown(Payment payment, Outcome outcome, String operator) {
        return new Fact("PaymentUnknown", 1, operator, because(payment, outcome.reason()));
    }

    /** Somebody looked at the terminal's own slips and says what became of it. */
    static Fact settledByHand(Payment payment, Optional<String> reference, String reason, String operator) {
        JsonObject details = because(payment, reason);
        details.addProperty("moved", reference.isPresent());
        reference.ifPresent(given -> details.addProperty("reference", given));
        return new Fact("PaymentSettledByHand", 1, operator, details);
    }

    private static JsonObject because(Payment payment, String reason) {
        JsonObject details = details(payment);
        details.addProperty("reason", reason);
        return details;
    }

    private static JsonObject details(Payment payment) {
        JsonObject details = new JsonObject();
        details.addProperty("paymentId", payment.id().toString());
        details.addProperty("saleId", payment.sale().toString());
        details.addProperty("kind", payment.kind().name().toLowerCase(Locale.ROOT));
        details.addProperty("amount", payment.amount().minor());
        return details;
    }
}
