package org.sekisho.web.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.checkout.Checkout;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.WaitingStep;
import org.sekisho.identity.Operator;

/** A till at which nobody may sell: sessions are told apart without one. The real one is in the integration tests. */
final class NoTill implements Checkout {

    @Override
    public void makeReady() {}

    @Override
    public OpenSale begin(Operator operator) throws CheckoutRefusal {
        throw new CheckoutRefusal(Refusal.NOT_ALLOWED, operator.name(), "sell");
    }

    @Override
    public Optional<ClosedSale> find(ReceiptNumber number) {
        return Optional.empty();
    }

    @Override
    public void noSale(Operator operator, String reason) {}

    @Override
    public int resume() {
        return 0;
    }

    @Override
    public boolean awaitAftermath(Duration timeout) {
        return true;
    }

    @Override
    public List<WaitingStep> waiting() {
        return List.of();
    }
}
