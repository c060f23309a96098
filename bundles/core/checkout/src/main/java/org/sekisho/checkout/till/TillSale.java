package org.sekisho.checkout.till;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.CardSlip;
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
import org.sekisho.api.terminal.PaymentOrder;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Payment;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleTotals;
import org.sekisho.checkout.Vouchers.Voucher;
import org.sekisho.checkout.books.DayFigures;
import org.sekisho.checkout.books.PaymentBook;
import org.sekisho.checkout.books.PostVoids;
import org.sekisho.checkout.books.ReturnedGoods;
import org.sekisho.checkout.books.SaleIndex;
import org.sekisho.checkout.books.VoucherBook;
import org.sekisho.checkout.payment.CardPayments;
import org.sekisho.checkout.payment.Outcome;
import org.sekisho.checkout.sale.Reckoning;
import org.sekisho.checkout.sale.ReturnedLine;
import org.sekisho.checkout.sale.SoldBefore;
import org.sekisho.checkout.sale.SuspendedId;
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
        /** A card terminal was told to pay, and nobody knows yet whether it did. */
        PAYING,
        CLOSED,
        SUSPENDED,
        VOIDED
    }

    private final Lane lane;
    private final Reconciliation reconciliation;
    private final Operator operator;
    private final Ringing ringing;
    private List<Tender> tenders = List.of();
    /** What the card terminal was told last; of a sale that is {@link State#PAYING} nobody knows the end. */
    private @Nullable Payment payment;

    /** What this sale takes back whole. */
    private @Nullable PostVoid postVoid;

    private State state = State.OPEN;
    /** What is kept of it in case of a crash; empty where nobody knows. */
    private Optional<Map<Integer, String>> kept = Optional.of(Map.of());

    TillSale(Lane lane, Reconciliation reconciliation, Operator operator, Moment moment) {
        this.lane = lane;
        this.reconciliation = reconciliation;
        this.operator = operator;
        this.ringing = new Ringing(lane, operator, moment);
    }

    /** A sale that was set aside goes on. */
    TillSale(Lane lane, Reconciliation reconciliation, Operator operator, Moment moment, RungState before) {
        this.lane = lane;
        this.reconciliation = reconciliation;
        this.operator = operator;
        this.ringing = new Ringing(lane, operator, moment, before);
        this.tenders = before.tenders();
        this.kept = Optional.of(before.parts(operator.name()));
    }

    /** A till that cannot keep it goes on: what the database says of that is heard when the sale closes. */
    private void keep() {
        Map<Integer, String> now = ringing.state(tenders).parts(operator.name());
        try {
            lane.shelf().save(ringing.id(), kept, now);
            kept = Optional.of(now);
        } catch (StorageFault e) {
            kept = Optional.empty();
        }
    }

    /** Money counts once it is on record. */
    private void keep(List<Tender> handedOver) throws StorageFault {
        Optional<Map<Integer, String>> before = kept;
        kept = Optional.empty();
        Map<Integer, String> now = ringing.state(handedOver).parts(operator.name());
        lane.shelf().saveForSure(ringing.id(), before, now);
        kept = Optional.of(now);
        tenders = handedOver;
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
            keep(handedOver);
            return Optional.empty();
        }
        requireCash(reckoned, handedOver, due.negate());
        state = State.IN_DOUBT;
        ClosedSale done;
        try {
            done = lane.aftermath().transact(tx -> close(tx, reckoned, now, handedOver, due.negate()));
        } catch (Overtaken other) {
            state = State.OPEN;
            throw new CheckoutRefusal(Refusal.RETURNED_MEANWHILE, other.receipt());
        } catch (Taken other) {
            state = State.OPEN;
            throw without(other.voucher());
        } catch (GivenBack other) {
            throw isOver();
        }
        state = State.CLOSED;
        lane.payments().givenUpBy(id());
        return Optional.of(done);
    }

    private ClosedSale close(Transaction tx, Reckoning reckoned, Moment now, List<Tender> handedOver, Money change)
            throws SQLException, StorageFault {
        for (ReturnedLine line : ringing.returns()) {
            requireUnchanged(tx, line.sold());
        }
        for (ReturnedLine line : ringing.returns()) {
            take(tx, line);
        }
        ClosedSale sale = sale(reckoned, lane.counter().nextReceipt(tx), now, handedOver, change);
        ringing.journal(tx);
        Entry entry = lane.journal().append(tx, ringing.facts().closed(sale, reckoned.rules(), rounding()));
        SaleIndex.add(tx, sale, entry.seq());
        long cards = cards(handedOver);
        if (cards > 0 && PaymentBook.close(tx, sale.id(), sale.receiptNumber().number()) != cards) {
            throw new GivenBack();
        }
        PostVoid whole = postVoid;
        if (whole != null) {
            whole.record(tx, lane.journal(), sale);
        }
        for (String voucher : vouchers(handedOver).toList()) {
            boolean done = whole == null
                    ? VoucherBook.pay(tx, voucher, sale.receiptNumber())
                    : VoucherBook.giveBack(tx, voucher, whole.receipt());
            if (!done) {
                throw new Taken(voucher);
            }
        }
        lane.totals().add(tx, sale, ringing.voidedLines());
        lane.aftermath().follow(tx, sale);
        lane.shelf().end(tx, ringing.id());
        return sale;
    }

    private static Stream<String> vouchers(List<Tender> tenders) {
        return tenders.stream().flatMap(tender -> tender.voucher().stream());
    }

    /**
     * The way of a card payment. It is on record before the terminal hears of it, with the sale as it will close; what the terminal says
     * is on record in the transaction that closes the sale. An answer that was lost is asked for: nothing is sent twice.
     */
    private Optional<ClosedSale> pay(Payment order, Reckoning so) throws CheckoutRefusal, StorageFault {
        requireCash(so, with(order, Optional.empty()), lane.money(0));
        reconciliation.turn().lock();
        try {
            reconciliation.requireNone();
            payment = order;
            state = State.PAYING;
            lane.payments().countedOnBy(id());
            Optional<JsonObject> closing = closing(order, so);
            Payment begun = lane.aftermath().transact(tx -> {
                ringing.journal(tx);
                lane.totals().add(tx, order.businessDate(), DayFigures.voidedLines(ringing.voidedLines()));
                return lane.payments().begin(tx, order, closing);
            });
            ringing.journalled();
            return heard(begun, lane.payments().carryOut(begun));
        } catch (CardPayments.PaidBack other) {
            state = State.OPEN;
            throw new CheckoutRefusal(Refusal.CARD_REFUND_OUT_OF_RANGE, other.left(), order.amount());
        } finally {
            reconciliation.turn().unlock();
        }
    }

    /** The sale as the journal will have it, so that it can close without this till; one that takes goods back, or vouchers that another may take, has to be looked at anew. */
    private Optional<JsonObject> closing(Payment order, Reckoning so) {
        List<Tender> all = with(order, Optional.empty());
        if (!due(so, all).isZero()
                || !ringing.returns().isEmpty()
                || vouchers(all).findAny().isPresent()) {
            return Optional.empty();
        }
        JsonObject record = ringing.facts()
                .closed(sale(so, 1, ringing.moment(), all, lane.money(0)), so.rules(), rounding())
                .details();
        record.remove("receiptNumber");
        record.remove("time");
        return Optional.of(record);
    }

    private String rounding() {
        return lane.reckoner().scheme().word();
    }

    private List<Tender> with(Payment order, Optional<CardSlip> slip) {
        List<Tender> all = new ArrayList<>(tenders);
        Money amount = order.kind() == PaymentOrder.Kind.CHARGE
                ? order.amount()
                : order.amount().negate();
        all.add(Tender.card(amount, slip));
        return all;
    }

    private Optional<ClosedSale> heard(Payment order, Outcome outcome) throws CheckoutRefusal, StorageFault {
        if (outcome.approved()) {
            return paid(order, outcome);
        }
        lane.aftermath().transact(tx -> {
            lane.payments().failed(tx, order, outcome, operator.name());
            return order;
        });
        if (outcome.kind() == Outcome.Kind.LOST) {
            throw Reconciliation.unknown(order);
        }
        state = State.OPEN;
        boolean declined = outcome.kind() == Outcome.Kind.DECLINED;
        throw new CheckoutRefusal(
                declined ? Refusal.CARD_DECLINED : Refusal.CARD_TERMINAL_FAILED, order.amount(), outcome.reason());
    }

    private Optional<ClosedSale> paid(Payment order, Outcome outcome) throws CheckoutRefusal, StorageFault {
        List<Tender> all = with(
                order,
                Optional.of(
                        new CardSlip(outcome.answer().card(), outcome.answer().reference())));
        Reckoning so = ringing.reckon();
        boolean covered = due(so, all).isZero();
        Optional<ClosedSale> closed;
        try {
            closed = lane.aftermath().transact(tx -> {
                lane.payments().approved(tx, order, outcome, operator.name());
                return covered ? Optional.of(close(tx, so, ringing.moment(), all, lane.money(0))) : Optional.empty();
            });
        } catch (Overtaken other) {
            lane.aftermath().transact(tx -> lane.payments().approved(tx, order, outcome, operator.name()));
            tenders = all;
            state = State.OPEN;
            throw new CheckoutRefusal(Refusal.RETURNED_MEANWHILE, other.receipt());
        } catch (Taken other) {
            lane.aftermath().transact(tx -> lane.payments().approved(tx, order, outcome, operator.name()));
            tenders = all;
            state = State.OPEN;
            throw without(other.voucher());
        } catch (GivenBack other) {
            lane.aftermath().transact(tx -> lane.payments().approved(tx, order, outcome, operator.name()));
            throw isOver();
        }
        tenders = all;
        state = covered ? State.CLOSED : State.OPEN;
        if (covered) {
            lane.payments().givenUpBy(id());
        }
        return closed;
    }

    /**
     * What became of the payment whose end nobody knew: the tables may have it, from a commit that nobody heard of or from somebody who
     * settled it meanwhile; else the terminal is asked.
     */
    private Optional<ClosedSale> settleOpen(Payment order) throws CheckoutRefusal, StorageFault {
        Optional<Payment> recorded = lane.archive().database().read(tx -> PaymentBook.find(tx, order.id()));
        if (recorded.isEmpty()) {
            state = State.OPEN;
            return Optional.empty();
        }
        ringing.journalled();
        Payment now = recorded.get();
        switch (now.state()) {
            case PENDING, UNKNOWN -> {
                return heard(now, lane.payments().ask(now));
            }
            case APPROVED -> {
                tenders = with(order, Optional.of(new CardSlip(now.card(), now.reference())));
                state = State.IN_DOUBT;
                Optional<ClosedSale> closed = closedUnheard();
                return closed.isPresent() || !due(ringing.reckon(), tenders).isZero() ? closed : settle(tenders);
            }
            default -> {
                state = State.OPEN;
                return Optional.empty();
            }
        }
    }

    /** The taxes of what comes back were reckoned from all that had come back: whoever is second to a receipt reckons anew. */
    private static void requireUnchanged(Transaction tx, SoldBefore sold) throws SQLException {
        ReceiptNumber receipt = sold.receipt().receiptNumber();
        SaleIndex.lock(tx, receipt);
        if (!ReturnedGoods.of(tx, receipt).equals(sold.gone())) {
            throw new Overtaken(receipt);
        }
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
        if (!ringing.takesBack()) {
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
                lane.money(0),
                Optional.ofNullable(postVoid).map(PostVoid::receipt));
    }

    @Override
    public UUID id() {
        return ringing.id();
    }

    @Override
    public Line add(String code, Quantity quantity, Optional<Unit> unit, Optional<Money> overridePrice)
            throws CheckoutRefusal, StorageFault {
        requireOpen();
        Line line = ringing.add(code, quantity, unit, overridePrice);
        keep();
        return line;
    }

    @Override
    public void standBy(Optional<Operator> approver) {
        ringing.standBy(approver);
    }

    @Override
    public Line giveBack(ReceiptNumber receipt, int line, Quantity quantity) throws CheckoutRefusal, StorageFault {
        requireOpen();
        Line returned = ringing.giveBack(sold(receipt), line, quantity);
        keep();
        return returned;
    }

    @Override
    public Line giveBack(String code, Quantity quantity, Optional<Money> lowerPrice)
            throws CheckoutRefusal, StorageFault {
        requireOpen();
        Line returned = ringing.giveBack(code, quantity, lowerPrice);
        keep();
        return returned;
    }

    @Override
    public ClosedSale postVoid(ReceiptNumber receipt, String reason) throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> unheard = closedUnheard();
        if (unheard.isPresent()) {
            return unheard.get();
        }
        requireStands();
        PostVoid whole = postVoid;
        if (whole == null ? !ringing.isUntouched() : !whole.receipt().equals(receipt)) {
            throw new CheckoutRefusal(Refusal.POST_VOID_ALONE);
        }
        if (whole == null) {
            whole = ringing.takeBack(sold(receipt), reason);
            postVoid = whole;
            tenders = whole.atOnce();
        }
        return takeBack();
    }

    /** Cards one by one: the last one closes the sale. */
    private ClosedSale takeBack() throws CheckoutRefusal, StorageFault {
        for (Map.Entry<Payment, Money> charge : owedToCards().entrySet()) {
            if (charge.getValue().signum() > 0) {
                Moment now = ringing.now();
                Payment refund = lane.payments()
                        .refund(
                                id(),
                                charge.getValue(),
                                charge.getKey(),
                                operator.name(),
                                now.at(),
                                now.businessDate());
                Optional<ClosedSale> closed = pay(refund, ringing.reckon());
                if (closed.isPresent()) {
                    return closed.get();
                }
            }
        }
        return settle(tenders).orElseThrow(() -> new CheckoutRefusal(Refusal.STILL_DUE, totals().due()));
    }

    /** As it was first looked up in this sale, so that all of its lines are reckoned from one state. */
    private SoldBefore sold(ReceiptNumber number) throws CheckoutRefusal, StorageFault {
        Optional<SoldBefore> known = ringing.returns().stream()
                .map(ReturnedLine::sold)
                .filter(sold -> sold.receipt().receiptNumber().equals(number))
                .findFirst();
        Optional<ReceiptNumber> voidedBy = lane.archive().database().read(tx -> PostVoids.find(tx, number));
        if (voidedBy.isPresent()) {
            throw new CheckoutRefusal(Refusal.POST_VOIDED, number, voidedBy.get());
        }
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
        keep();
    }

    @Override
    public void discountLine(int number, Money off) throws CheckoutRefusal, StorageFault {
        requireOpen();
        ringing.discountLine(number, off);
        keep();
    }

    @Override
    public void discountLine(int number, BigDecimal percent) throws CheckoutRefusal, StorageFault {
        requireOpen();
        ringing.discountLine(number, percent);
        keep();
    }

    @Override
    public void discountBasket(Money off) throws CheckoutRefusal, StorageFault {
        requireOpen();
        ringing.discountBasket(off);
        keep();
    }

    @Override
    public void discountBasket(BigDecimal percent) throws CheckoutRefusal, StorageFault {
        requireOpen();
        ringing.discountBasket(percent);
        keep();
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
        requireCash(ringing.reckon(), all, lane.money(0));
        if (due(ringing.reckon(), all).isZero()) {
            return settle(all);
        }
        keep(all);
        return Optional.empty();
    }

    @Override
    public Optional<ClosedSale> tenderCard(Money amount) throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> unheard = closedUnheard();
        if (unheard.isPresent()) {
            return unheard;
        }
        Reckoning so = payable(amount);
        Limits.card(amount, due(so, tenders));
        Moment now = ringing.moment();
        return pay(lane.payments().charge(id(), amount, operator.name(), now.at(), now.businessDate()), so);
    }

    @Override
    public Optional<ClosedSale> refundCard(Money amount) throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> unheard = closedUnheard();
        if (unheard.isPresent()) {
            return unheard;
        }
        Reckoning so = payable(amount);
        Limits.refund(amount, due(so, tenders).negate());
        Moment now = ringing.moment();
        Payment charge = refundable(amount);
        return pay(lane.payments().refund(id(), amount, charge, operator.name(), now.at(), now.businessDate()), so);
    }

    @Override
    public Optional<ClosedSale> tenderVoucher(String code) throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> unheard = closedUnheard();
        if (unheard.isPresent()) {
            return unheard;
        }
        Reckoning so = payable(lane.money(0));
        Voucher voucher = lane.archive()
                .database()
                .read(tx -> VoucherBook.find(tx, code))
                .orElseThrow(() -> new CheckoutRefusal(Refusal.NO_SUCH_VOUCHER, code));
        Limits.currency(voucher.amount(), lane.store().currency());
        if (vouchers(tenders).anyMatch(code::equals)) {
            throw new CheckoutRefusal(Refusal.VOUCHER_USED, code);
        }
        Limits.voucher(voucher, due(so, tenders), ringing.moment().businessDate());
        List<Tender> all = new ArrayList<>(tenders);
        all.add(Tender.voucher(voucher.amount(), code));
        return settle(all);
    }

    private Reckoning payable(Money amount) throws CheckoutRefusal, StorageFault {
        requireOpen();
        ringing.requireLines();
        Limits.currency(amount, lane.store().currency());
        ringing.now();
        Reckoning so = ringing.reckon();
        ringing.requireDiscounts(so);
        return so;
    }

    /** A charge of the receipts from which goods come back, of which so much has not gone back yet. */
    private Payment refundable(Money amount) throws CheckoutRefusal, StorageFault {
        Money most = lane.money(0);
        for (Map.Entry<Payment, Money> charge : owedToCards().entrySet()) {
            if (amount.compareTo(charge.getValue()) <= 0) {
                return charge.getKey();
            }
            most = charge.getValue().compareTo(most) > 0 ? charge.getValue() : most;
        }
        throw new CheckoutRefusal(Refusal.CARD_REFUND_OUT_OF_RANGE, most, amount);
    }

    /** The charges that paid what comes back, with what of each has not gone back yet. */
    private Map<Payment, Money> owedToCards() throws StorageFault {
        List<ReceiptNumber> receipts = ringing.returns().stream()
                .map(line -> line.of().receipt())
                .distinct()
                .toList();
        return receipts.isEmpty()
                ? Map.of()
                : lane.archive().database().read(tx -> {
                    Map<Payment, Money> owed = new LinkedHashMap<>();
                    for (ReceiptNumber receipt : receipts) {
                        for (Payment charge : PaymentBook.charges(tx, receipt)) {
                            owed.put(charge, charge.amount().minus(lane.money(PaymentBook.paidBack(tx, charge.id()))));
                        }
                    }
                    return owed;
                });
    }

    /**
     * Cash goes out for goods that cash had paid. More of it (a card charged for a line that was voided since, a card's or voucher's money)
     * takes the word of somebody who may give it.
     */
    private void requireCash(Reckoning so, List<Tender> all, Money change) throws CheckoutRefusal, StorageFault {
        Money out = change.minus(of(TenderType.CASH, all));
        if (out.signum() <= 0 || postVoid != null) {
            return;
        }
        Money others = vouchersOfReturns();
        for (Money left : owedToCards().values()) {
            others = others.plus(left);
        }
        Money toCards = of(TenderType.CARD, all).negate();
        if (toCards.signum() > 0) {
            others = others.plus(toCards);
        }
        Money cash = so.total().negate().minus(others);
        ringing.requireOtherTender(cash.signum() > 0 ? out.minus(cash) : out);
    }

    private Money of(TenderType type, List<Tender> all) {
        return all.stream()
                .filter(tender -> tender.type() == type)
                .map(Tender::amount)
                .reduce(lane.money(0), Money::plus);
    }

    /** What vouchers paid of the receipts from which goods come back. */
    private Money vouchersOfReturns() {
        return ringing.returns().stream()
                .map(line -> line.sold().receipt())
                .distinct()
                .map(receipt -> of(TenderType.VOUCHER, receipt.tenders()))
                .reduce(lane.money(0), Money::plus);
    }

    @Override
    public Optional<ClosedSale> reconcile() throws CheckoutRefusal, StorageFault {
        Optional<ClosedSale> unheard = closedUnheard();
        if (unheard.isPresent() || state != State.PAYING) {
            return unheard;
        }
        reconciliation.turn().lock();
        try {
            return settleOpen(Objects.requireNonNull(payment));
        } finally {
            reconciliation.turn().unlock();
        }
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
    public String suspend(String reason) throws CheckoutRefusal, StorageFault {
        closedUnheard();
        if (state == State.SUSPENDED) {
            return lane.shelf()
                    .find(ringing.id())
                    .orElseThrow(() -> new CheckoutRefusal(Refusal.SALE_IS_OVER))
                    .toString();
        }
        requireOpen();
        ringing.requireLines();
        if (cards(tenders) > 0) {
            throw new CheckoutRefusal(Refusal.SUSPEND_AFTER_CARD);
        }
        Moment now = ringing.now();
        state = State.IN_DOUBT;
        SuspendedId id = lane.aftermath().transact(tx -> {
            ringing.journal(tx);
            return lane.shelf().suspend(tx, ringing.state(tenders), operator.name(), now.businessDate(), reason);
        });
        state = State.SUSPENDED;
        return id.toString();
    }

    @Override
    public void abandon(String reason) throws StorageFault {
        closedUnheard();
        if (state != State.OPEN) {
            lane.payments().givenUpBy(id()); // closed, voided, or waiting for what the card terminal says
            lane.shelf().leave(id());
            return;
        }
        if (cards(tenders) == 0) {
            giveUp(reason);
            return;
        }
        reconciliation.turn().lock();
        try {
            giveUp(reason);
        } finally {
            reconciliation.turn().unlock();
        }
    }

    private void giveUp(String reason) throws StorageFault {
        List<Payment> givenBack = ringing.isUntouched() ? List.of() : recordVoid(reason);
        lane.payments().givenUpBy(id());
        state = State.VOIDED;
        reconciliation.giveBack(givenBack);
    }

    /** @return the orders, on record, that undo what cards paid */
    private List<Payment> recordVoid(String reason) throws StorageFault {
        Reckoning so = ringing.reckon();
        return lane.aftermath().transact(tx -> {
            ringing.journal(tx);
            lane.shelf().end(tx, id());
            lane.totals().add(tx, ringing.moment().businessDate(), DayFigures.voidedSale(ringing.voidedLines()));
            lane.journal().append(tx, ringing.facts().voided(so, tenders, reason));
            List<Payment> reversals = new ArrayList<>();
            if (cards(tenders) > 0) {
                for (Payment done : PaymentBook.ofSale(tx, id())) {
                    lane.payments()
                            .reverse(tx, done, operator.name(), ringing.moment().at())
                            .ifPresent(reversals::add);
                }
            }
            return reversals;
        });
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
        if (found.isPresent()) {
            state = State.CLOSED;
        } else {
            state = lane.shelf().find(ringing.id()).isPresent() ? State.SUSPENDED : State.OPEN;
        }
        return found;
    }

    private void requireOpen() throws CheckoutRefusal, StorageFault {
        requireStands();
        if (postVoid != null) {
            throw new CheckoutRefusal(Refusal.POST_VOID_ALONE);
        }
    }

    private void requireStands() throws CheckoutRefusal, StorageFault {
        closedUnheard();
        if (state == State.PAYING) {
            throw Reconciliation.unknown(Objects.requireNonNull(payment));
        }
        if (state != State.OPEN) {
            throw new CheckoutRefusal(Refusal.SALE_IS_OVER);
        }
    }

    /** A voucher that paid elsewhere meanwhile does not pay here. */
    private CheckoutRefusal without(String voucher) {
        tenders = tenders.stream()
                .filter(tender -> !tender.voucher().equals(Optional.of(voucher)))
                .toList();
        return new CheckoutRefusal(Refusal.VOUCHER_USED, voucher);
    }

    /** Another receipt took a voucher first. */
    private static final class Taken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String voucher;

        Taken(String voucher) {
            super(voucher);
            this.voucher = voucher;
        }

        String voucher() {
            return voucher;
        }
    }

    private static long cards(List<Tender> tenders) {
        return tenders.stream()
                .filter(tender -> tender.type() == TenderType.CARD)
                .count();
    }

    private CheckoutRefusal isOver() {
        state = State.VOIDED;
        lane.payments().givenUpBy(id());
        return new CheckoutRefusal(Refusal.SALE_IS_OVER);
    }

    /** What cards paid for this sale was given back: by its own void, whose commit nobody heard of. */
    private static final class GivenBack extends RuntimeException {

        private static final long serialVersionUID = 1L;
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
