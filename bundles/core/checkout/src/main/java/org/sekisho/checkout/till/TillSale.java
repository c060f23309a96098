package org.sekisho.checkout.till;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.TenderType;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Payment;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleTotals;
import org.sekisho.checkout.Vouchers.Voucher;
import org.sekisho.checkout.books.VoucherBook;
import org.sekisho.checkout.sale.Reckoning;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

/**
 * A sale on this till, from its first scan to its point of no return: {@link Ringing} has its goods, {@link Settlement} its money and its
 * end, {@link CardTurn} what goes through a terminal.
 */
final class TillSale implements OpenSale {

    private final Lane lane;
    private final Reconciliation reconciliation;
    private final Operator operator;
    private final Ringing ringing;
    private final MoneyBack moneyBack;
    private final Settlement settlement;
    private final CardTurn cards;

    TillSale(Lane lane, Reconciliation reconciliation, Operator operator, Moment moment) {
        this(lane, reconciliation, operator, new Ringing(lane, operator, moment), Tenders.NONE);
    }

    /** A sale that was set aside goes on. */
    TillSale(Lane lane, Reconciliation reconciliation, Operator operator, Moment moment, RungState before) {
        this(
                lane,
                reconciliation,
                operator,
                new Ringing(lane, operator, moment, before),
                new Tenders(before.tenders()));
    }

    private TillSale(Lane lane, Reconciliation reconciliation, Operator operator, Ringing ringing, Tenders tenders) {
        this.lane = lane;
        this.reconciliation = reconciliation;
        this.operator = operator;
        this.ringing = ringing;
        this.moneyBack = new MoneyBack(lane, ringing);
        this.settlement = new Settlement(lane, operator, ringing, moneyBack, tenders);
        this.cards = new CardTurn(lane, reconciliation, operator.name(), ringing, settlement);
    }

    @Override
    public UUID id() {
        return ringing.id();
    }

    @Override
    public void standBy(Optional<Operator> approver) {
        ringing.standBy(approver);
    }

    @Override
    public Line add(String code, Quantity quantity, Optional<Unit> unit, Optional<Money> overridePrice)
            throws CheckoutRefusal, StorageFault {
        settlement.requireOpen();
        Line line = ringing.add(code, quantity, unit, overridePrice);
        settlement.save();
        return line;
    }

    @Override
    public Optional<String> customer() {
        return ringing.customer();
    }

    @Override
    public void customer(Optional<String> customer) throws CheckoutRefusal, StorageFault {
        settlement.requireOpen();
        ringing.customer(customer);
        settlement.save();
    }

    @Override
    public Line giveBack(ReceiptNumber receipt, int line, Quantity quantity) throws CheckoutRefusal, StorageFault {
        settlement.requireOpen();
        Line returned = ringing.giveBack(ringing.sold(receipt), line, quantity);
        settlement.save();
        return returned;
    }

    @Override
    public Line giveBack(String code, Quantity quantity, Optional<Money> lowerPrice)
            throws CheckoutRefusal, StorageFault {
        settlement.requireOpen();
        Line returned = ringing.giveBack(code, quantity, lowerPrice);
        settlement.save();
        return returned;
    }

    @Override
    public void voidLine(int number) throws CheckoutRefusal, StorageFault {
        settlement.requireOpen();
        ringing.voidLine(number);
        settlement.save();
    }

    @Override
    public void discountLine(int number, Money off) throws CheckoutRefusal, StorageFault {
        settlement.requireOpen();
        ringing.discountLine(number, off);
        settlement.save();
    }

    @Override
    public void discountLine(int number, BigDecimal percent) throws CheckoutRefusal, StorageFault {
        settlement.requireOpen();
        ringing.discountLine(number, percent);
        settlement.save();
    }

    @Override
    public void discountBasket(Money off) throws CheckoutRefusal, StorageFault {
        settlement.requireOpen();
        ringing.discountBasket(off);
        settlement.save();
    }

    @Override
    public void discountBasket(BigDecimal percent) throws CheckoutRefusal, StorageFault {
        settlement.requireOpen();
        ringing.discountBasket(percent);
        settlement.save();
    }

    @Override
    public SaleTotals totals() {
        return ringing.totals(settlement.tenders());
    }

    @Override
    public Optional<ClosedSale> tenderCash(Money handedOver) throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> unheard = settlement.unheard();
        if (unheard.isPresent()) {
            return unheard;
        }
        Reckoning so = rung(handedOver);
        Limits.cash(handedOver, settlement.tenders().due(so));
        return settlement.settle(
                handedOver.isZero()
                        ? settlement.tenders()
                        : settlement.tenders().plus(new Tender(TenderType.CASH, handedOver)));
    }

    @Override
    public Optional<ClosedSale> refundCash(Money paidOut) throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> unheard = settlement.unheard();
        if (unheard.isPresent()) {
            return unheard;
        }
        Reckoning so = rung(paidOut);
        Limits.refund(paidOut, settlement.tenders().due(so).negate());
        Tenders all = settlement.tenders().plus(new Tender(TenderType.CASH, paidOut.negate()));
        settlement.requireCash(so, all, lane.money(0));
        if (all.due(so).isZero()) {
            return settlement.settle(all);
        }
        settlement.keep(all);
        return Optional.empty();
    }

    @Override
    public Optional<ClosedSale> tenderCard(Money amount) throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> unheard = settlement.unheard();
        if (unheard.isPresent()) {
            return unheard;
        }
        Reckoning so = payable(amount);
        Limits.card(amount, settlement.tenders().due(so));
        Moment now = ringing.moment();
        return cards.pay(lane.payments().charge(id(), amount, operator.name(), now.at(), now.businessDate()), so);
    }

    @Override
    public Optional<ClosedSale> refundCard(Money amount) throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> unheard = settlement.unheard();
        if (unheard.isPresent()) {
            return unheard;
        }
        Reckoning so = payable(amount);
        Limits.refund(amount, settlement.tenders().due(so).negate());
        return cards.pay(refund(moneyBack.refundable(amount), amount), so);
    }

    private Payment refund(Payment charge, Money amount) {
        Moment now = ringing.moment();
        return lane.payments().refund(id(), amount, charge, operator.name(), now.at(), now.businessDate());
    }

    @Override
    public Optional<ClosedSale> tenderVoucher(String code) throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> unheard = settlement.unheard();
        if (unheard.isPresent()) {
            return unheard;
        }
        Reckoning so = payable(lane.money(0));
        Voucher voucher = lane.archive()
                .database()
                .read(tx -> VoucherBook.find(tx, code))
                .orElseThrow(() -> new CheckoutRefusal(Refusal.NO_SUCH_VOUCHER, code));
        Limits.currency(voucher.amount(), lane.store().currency());
        if (settlement.tenders().vouchers().anyMatch(code::equals)) {
            throw new CheckoutRefusal(Refusal.VOUCHER_USED, code);
        }
        Limits.voucher(voucher, settlement.tenders().due(so), ringing.moment().businessDate());
        return settlement.settle(settlement.tenders().plus(Tender.voucher(voucher.amount(), code)));
    }

    /** What is rung, as of now. */
    private Reckoning rung(Money amount) throws CheckoutRefusal, StorageFault {
        settlement.requireOpen();
        ringing.requireLines();
        Limits.currency(amount, lane.store().currency());
        ringing.now();
        return ringing.reckon();
    }

    private Reckoning payable(Money amount) throws CheckoutRefusal, StorageFault {
        Reckoning so = rung(amount);
        ringing.requireDiscounts(so);
        return so;
    }

    @Override
    public ClosedSale postVoid(ReceiptNumber receipt, String reason) throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> unheard = settlement.unheard();
        if (unheard.isPresent()) {
            return unheard.get();
        }
        settlement.requireStands();
        Optional<PostVoid> begun = settlement.postVoid();
        if (begun.isPresent() ? !begun.get().receipt().equals(receipt) : !ringing.isUntouched()) {
            throw new CheckoutRefusal(Refusal.POST_VOID_ALONE);
        }
        if (begun.isEmpty()) {
            settlement.takeBack(ringing.takeBack(ringing.sold(receipt), reason));
        }
        return takeBack();
    }

    /** Cards one by one: the last one closes the sale. */
    private ClosedSale takeBack() throws CheckoutRefusal, StorageFault {
        for (Map.Entry<Payment, Money> charge : moneyBack.owedToCards().entrySet()) {
            if (charge.getValue().signum() > 0) {
                ringing.now();
                Optional<ClosedSale> closed = cards.pay(refund(charge.getKey(), charge.getValue()), ringing.reckon());
                if (closed.isPresent()) {
                    return closed.get();
                }
            }
        }
        return settlement
                .settle(settlement.tenders())
                .orElseThrow(() -> new CheckoutRefusal(Refusal.STILL_DUE, totals().due()));
    }

    @Override
    public Optional<ClosedSale> reconcile() throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> unheard = settlement.unheard();
        Optional<Payment> open = settlement.payment();
        return unheard.isPresent() || settlement.state() != Settlement.State.PAYING || open.isEmpty()
                ? unheard
                : cards.reconcile(open.get());
    }

    @Override
    public ClosedSale end() throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> sale = settlement.unheard();
        if (sale.isEmpty()) {
            settlement.requireOpen();
            ringing.requireLines();
            sale = settlement.settle(settlement.tenders());
        }
        return sale.orElseThrow(() -> new CheckoutRefusal(Refusal.STILL_DUE, totals().due()));
    }

    @Override
    public String suspend(String reason) throws CheckoutRefusal, StorageFault {
        settlement.unheard();
        if (settlement.state() == Settlement.State.SUSPENDED) {
            return lane.shelf()
                    .find(id())
                    .orElseThrow(() -> new CheckoutRefusal(Refusal.SALE_IS_OVER))
                    .toString();
        }
        settlement.requireOpen();
        ringing.requireLines();
        return settlement.suspend(reason).toString();
    }

    @Override
    public void abandon(String reason) throws StorageFault {
        settlement.unheard();
        if (settlement.state() != Settlement.State.OPEN) {
            lane.payments().givenUpBy(id()); // closed, voided, or waiting for what the card terminal says
            lane.shelf().leave(id());
            return;
        }
        if (settlement.tenders().cards() == 0) {
            settlement.giveUp(reason);
            return;
        }
        reconciliation.turn().lock();
        try {
            reconciliation.giveBack(settlement.giveUp(reason));
        } finally {
            reconciliation.turn().unlock();
        }
    }
}
