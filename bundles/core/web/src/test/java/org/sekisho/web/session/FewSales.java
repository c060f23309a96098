package org.sekisho.web.session;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.checkout.Checkout;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Payment;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SuspendedSale;
import org.sekisho.checkout.WaitingStep;
import org.sekisho.identity.Operator;

/** A till with these sales and no other; when they are over nobody may sell. The real one is in the integration tests. */
final class FewSales implements Checkout {

    private final Iterator<OpenSale> sales;

    FewSales(OpenSale... sales) {
        this.sales = List.of(sales).iterator();
    }

    @Override
    public void makeReady() {}

    @Override
    public OpenSale begin(Operator operator) throws CheckoutRefusal {
        if (sales.hasNext()) {
            return sales.next();
        }
        throw new CheckoutRefusal(Refusal.NOT_ALLOWED, operator.name(), "sell");
    }

    @Override
    public Optional<ClosedSale> find(ReceiptNumber number) {
        return Optional.empty();
    }

    @Override
    public void noSale(Operator operator, Optional<Operator> approver, String reason) {}

    @Override
    public OpenSale recall(Operator operator, String suspendedId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SuspendedSale> suspended() {
        return List.of();
    }

    @Override
    public List<SuspendedSale> takeUpOpen() {
        return List.of();
    }

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

    @Override
    public List<Payment> openPayments() {
        return List.of();
    }

    @Override
    public List<Payment> reconcile() {
        return List.of();
    }

    @Override
    public void settleByHand(Operator operator, UUID payment, Optional<String> reference, String reason) {
        throw new UnsupportedOperationException();
    }
}
