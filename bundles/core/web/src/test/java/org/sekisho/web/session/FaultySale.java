package org.sekisho.web.session;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.SaleKind;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleTotals;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

/** A sale whose database fails at each tender; whether it closed all the same is for the test to say. */
final class FaultySale implements OpenSale {

    static final Currency YEN = Currency.getInstance("JPY");

    private final UUID id = UUID.randomUUID();
    boolean closedUnheard;
    boolean refuses;
    int ends;

    ClosedSale closed() {
        Money nothing = Money.zero(YEN);
        return new ClosedSale(
                id,
                new ReceiptNumber("1", 1),
                "S1",
                "1",
                "tanaka",
                Instant.EPOCH,
                LocalDate.EPOCH,
                SaleKind.SALE,
                YEN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                nothing,
                List.of(),
                nothing,
                nothing);
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public Optional<ClosedSale> tenderCash(Money handedOver) throws CheckoutRefusal, StorageFault {
        if (refuses) {
            throw new CheckoutRefusal(Refusal.CASH_OUT_OF_RANGE, handedOver, handedOver);
        }
        throw new StorageFault(StorageFault.Kind.FULL, "the disk is full");
    }

    @Override
    public ClosedSale end() throws CheckoutRefusal {
        ends++;
        if (closedUnheard) {
            return closed();
        }
        throw new CheckoutRefusal(Refusal.STILL_DUE, Money.of(130, YEN));
    }

    @Override
    public SaleTotals totals() {
        Money nothing = Money.zero(YEN);
        return new SaleTotals(List.of(), List.of(), List.of(), nothing, List.of(), nothing);
    }

    @Override
    public String suspend(String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void abandon(String reason) {}

    @Override
    public Line add(String code, Quantity quantity, Optional<Unit> unit, Optional<Money> overridePrice) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void standBy(Optional<Operator> approver) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<String> customer() {
        return Optional.empty();
    }

    @Override
    public void customer(Optional<String> customer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Line giveBack(ReceiptNumber receipt, int line, Quantity quantity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ClosedSale> tenderCard(Money amount) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ClosedSale> tenderVoucher(String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ClosedSale> refundCard(Money amount) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ClosedSale> reconcile() {
        return Optional.empty();
    }

    @Override
    public Optional<ClosedSale> refundCash(Money paidOut) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Line giveBack(String code, Quantity quantity, Optional<Money> lowerPrice) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public ClosedSale postVoid(ReceiptNumber receipt, String reason) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public void voidLine(int number) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discountLine(int number, Money off) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discountLine(int number, BigDecimal percent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discountBasket(Money off) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void discountBasket(BigDecimal percent) {
        throw new UnsupportedOperationException();
    }
}
