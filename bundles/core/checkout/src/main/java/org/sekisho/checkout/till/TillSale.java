package org.sekisho.checkout.till;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.LineDiscount;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.SaleKind;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.TenderType;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleTotals;
import org.sekisho.checkout.books.DayFigures;
import org.sekisho.checkout.books.ReturnedGoods;
import org.sekisho.checkout.books.SaleIndex;
import org.sekisho.checkout.sale.Reckoning;
import org.sekisho.checkout.sale.ReturnedLine;
import org.sekisho.checkout.sale.SoldBefore;
import org.sekisho.identity.Operator;
import org.sekisho.journal.Entry;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** A sale on this till, from its first scan to its point of no return. */
final class TillSale implements OpenSale {

    private enum State {
        OPEN,
        /** The database failed while it closed: only the database knows whether it did. */
        IN_DOUBT,
        CLOSED,
        VOIDED
    }

    private final Lane lane;
    private final Operator operator;
    private final Ringing ringing;
    private List<Tender> tenders = List.of();
    private State state = State.OPEN;

    TillSale(Lane lane, Operator operator, Moment moment) {
        this.lane = lane;
        this.operator = operator;
        this.ringing = new Ringing(lane, operator, moment);
    }

    /**
     * The way of a sale. Price rules propose and tax is reckoned by the rates of the day; when the tenders cover what is due, the
     * sale gets its number and its place in the journal in one transaction, along with what follows it. The commit is the point of no
     * return; drawer and receipt come after it and cannot undo it.
     */
    private Optional<ClosedSale> settle(List<Tender> handedOver) throws CheckoutRefusal, StorageFault {
        Moment now = ringing.now();
        Reckoning reckoned = ringing.reckon();
        ringing.requireDiscounts(reckoned);
        Money due = due(reckoned, handedOver);
        if (due.signum() > 0) {
            tenders = handedOver;
            return Optional.empty();
        }
        state = State.IN_DOUBT;
        ClosedSale done;
        try {
            done = close(reckoned, now, handedOver, due.negate());
        } catch (Overtaken other) {
            state = State.OPEN;
            throw new CheckoutRefusal(Refusal.RETURNED_MEANWHILE, other.receipt());
        }
        state = State.CLOSED;
        return Optional.of(done);
    }

    private ClosedSale close(Reckoning reckoned, Moment now, List<Tender> handedOver, Money change)
            throws StorageFault {
        return lane.aftermath().transact(tx -> {
            for (ReturnedLine line : ringing.returns()) {
                take(tx, line);
            }
            ClosedSale sale = sale(reckoned, lane.counter().nextReceipt(tx), now, handedOver, change);
            ringing.journal(tx);
            Entry entry = lane.journal().append(tx, ringing.facts().closed(sale, reckoned.rules()));
            SaleIndex.add(tx, sale, entry.seq());
            lane.totals().add(tx, sale, ringing.voidedLines());
            lane.aftermath().follow(tx, sale);
            return sale;
        });
    }

    /** Several lines of this sale may be of the same line of a receipt: each finds what the one before left. */
    private void take(Transaction tx, ReturnedLine line) throws SQLException {
        ReceiptNumber receipt = line.of().receipt();
        int original = line.original().number();
        long before = line.sold().gone().getOrDefault(original, 0L)
                + ringing.returns().stream()
                        .filter(other -> other.number() < line.number()
                                && other.of().receipt().equals(receipt)
                                && other.original().number() == original)
                        .mapToLong(other -> other.quantity().thousandths())
                        .sum();
        if (!ReturnedGoods.take(tx, receipt, original, before, line.quantity().thousandths())) {
            throw new Overtaken(receipt);
        }
    }

    private SaleKind kind() {
        if (ringing.returns().isEmpty()) {
            return SaleKind.SALE;
        }
        return ringing.sells() ? SaleKind.EXCHANGE : SaleKind.RETURN;
    }

    private ClosedSale sale(Reckoning reckoned, long number, Moment now, List<Tender> handedOver, Money change) {
        return new ClosedSale(
                ringing.id(),
                new ReceiptNumber(lane.name(), number),
                lane.store().storeId(),
                lane.name(),
                operator.name(),
                now.at(),
                now.businessDate(),
                kind(),
                lane.store().currency(),
                reckoned.lines(),
                ringing.returns().stream().map(ReturnedLine::of).toList(),
                rules(reckoned),
                reckoned.discounts(),
                reckoned.taxes(),
                reckoned.total(),
                handedOver,
                change,
                lane.money(0));
    }

    @Override
    public UUID id() {
        return ringing.id();
    }

    @Override
    public Line add(String code, Quantity quantity, Optional<Unit> unit, Optional<Money> overridePrice)
            throws CheckoutRefusal, StorageFault {
        requireOpen();
        return ringing.add(code, quantity, unit, overridePrice);
    }

    @Override
    public void standBy(Optional<Operator> approver) {
        ringing.standBy(approver);
    }

    @Override
    public Line giveBack(ReceiptNumber receipt, int line, Quantity quantity) throws CheckoutRefusal, StorageFault {
        requireOpen();
        return ringing.giveBack(sold(receipt), line, quantity);
    }

    /** As it was first looked up in this sale, so that all of its lines are reckoned from one state. */
    private SoldBefore sold(ReceiptNumber number) throws CheckoutRefusal, StorageFault {
        Optional<SoldBefore> known = ringing.returns().stream()
                .map(ReturnedLine::sold)
                .filter(sold -> sold.receipt().receiptNumber().equals(number))
                .findFirst();
        return known.isPresent()
                ? known.get()
                : lane.archive()
                        .soldBefore(number)
                        .orElseThrow(() -> new CheckoutRefusal(Refusal.NO_SUCH_RECEIPT, number));
    }

    @Override
    public void voidLine(int number) throws CheckoutRefusal, StorageFault {
        requireOpen();
        ringing.voidLine(number);
    }

    @Override
    public void discountLine(int number, Money off) throws CheckoutRefusal, StorageFault {
        requireOpen();
        ringing.discountLine(number, off);
    }

    @Override
    public void discountLine(int number, BigDecimal percent) throws CheckoutRefusal, StorageFault {
        requireOpen();
        ringing.discountLine(number, percent);
    }

    @Override
    public void discountBasket(Money off) throws CheckoutRefusal, StorageFault {
        requireOpen();
        ringing.discountBasket(off);
    }

    @Override
    public void discountBasket(BigDecimal percent) throws CheckoutRefusal, StorageFault {
        requireOpen();
        ringing.discountBasket(percent);
    }

    @Override
    public SaleTotals totals() {
        Reckoning so = ringing.reckon();
        return new SaleTotals(
                so.lines(),
                so.discounts(),
                so.taxes(),
                so.total(),
                tenders,
                due(so, tenders),
                rules(so),
                ringing.leftOut());
    }

    @Override
    public Optional<ClosedSale> tenderCash(Money handedOver) throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> unheard = closedUnheard();
        if (unheard.isPresent()) {
            return unheard;
        }
        requireOpen();
        ringing.requireLines();
        Limits.currency(handedOver, lane.store().currency());
        ringing.now();
        Limits.cash(handedOver, due(ringing.reckon(), tenders));
        List<Tender> all = new ArrayList<>(tenders);
        if (!handedOver.isZero()) {
            all.add(new Tender(TenderType.CASH, handedOver));
        }
        return settle(all);
    }

    @Override
    public Optional<ClosedSale> refundCash(Money paidOut) throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> unheard = closedUnheard();
        if (unheard.isPresent()) {
            return unheard;
        }
        requireOpen();
        ringing.requireLines();
        Limits.currency(paidOut, lane.store().currency());
        ringing.now();
        Limits.refund(paidOut, due(ringing.reckon(), tenders).negate());
        List<Tender> all = new ArrayList<>(tenders);
        all.add(new Tender(TenderType.CASH, paidOut.negate()));
        tenders = all;
        return due(ringing.reckon(), all).isZero() ? settle(all) : Optional.empty();
    }

    @Override
    public ClosedSale end() throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> sale = closedUnheard();
        if (sale.isEmpty()) {
            requireOpen();
            ringing.requireLines();
            sale = settle(tenders);
        }
        return sale.orElseThrow(() -> new CheckoutRefusal(Refusal.STILL_DUE, totals().due()));
    }

    @Override
    public void abandon(String reason) throws StorageFault {
        closedUnheard();
        if (state != State.OPEN) {
            return;
        }
        if (!ringing.isUntouched()) {
            Reckoning so = ringing.reckon();
            lane.aftermath().transact(tx -> {
                ringing.journal(tx);
                lane.totals().add(tx, ringing.moment().businessDate(), DayFigures.voidedSale(ringing.voidedLines()));
                return lane.journal().append(tx, ringing.facts().voided(so, tenders, reason));
            });
        }
        state = State.VOIDED;
    }

    /** Asks the database whether a sale whose closing failed was closed after all; if so, what follows it begins now. */
    private Optional<ClosedSale> closedUnheard() throws StorageFault {
        if (state != State.IN_DOUBT) {
            return Optional.empty();
        }
        Optional<ClosedSale> found = lane.archive().find(ringing.id());
        if (found.isPresent()) {
            lane.aftermath().takeUp(found.get());
        }
        state = found.isPresent() ? State.CLOSED : State.OPEN;
        return found;
    }

    private void requireOpen() throws CheckoutRefusal, StorageFault {
        closedUnheard();
        if (state != State.OPEN) {
            throw new CheckoutRefusal(Refusal.SALE_IS_OVER);
        }
    }

    /** Goods of a receipt came back elsewhere since this sale looked it up. */
    private static final class Overtaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ReceiptNumber receipt;

        Overtaken(ReceiptNumber receipt) {
            super(receipt.toString());
            this.receipt = receipt;
        }

        ReceiptNumber receipt() {
            return receipt;
        }
    }

    private static List<LineDiscount> rules(Reckoning reckoned) {
        return reckoned.rules().stream()
                .map(rule -> new LineDiscount(rule.line(), rule.reason(), rule.off()))
                .toList();
    }

    private static Money due(Reckoning reckoned, List<Tender> handedOver) {
        return handedOver.stream().map(Tender::amount).reduce(reckoned.total(), Money::minus);
    }
}
