package org.sekisho.checkout.till;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.CardSlip;
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
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleTotals;
import org.sekisho.checkout.Vouchers.Voucher;
import org.sekisho.checkout.books.VoucherBook;
import org.sekisho.checkout.sale.Reckoning;
import org.sekisho.identity.Operator;
import org.sekisho.storage.StorageFault;

/** A sale that is only rung: it reads what is there, and writes nothing. */
final class TrainingSale implements OpenSale {

    private static final CardSlip APPROVED = new CardSlip("TRAINING", "");

    private final Lane lane;
    private final Operator operator;
    private final TrainingRoom room;
    private final Ringing ringing;
    private Tenders tenders = Tenders.NONE;
    private @Nullable PostVoid postVoid;
    private boolean over;

    TrainingSale(Lane lane, Operator operator, TrainingRoom room) throws CheckoutRefusal {
        this.lane = lane;
        this.operator = operator;
        this.room = room;
        this.ringing = new Ringing(lane, operator, lane.now());
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
    public Optional<String> customer() {
        return ringing.customer();
    }

    @Override
    public void customer(Optional<String> customer) throws CheckoutRefusal, StorageFault {
        requireOpen();
        ringing.customer(customer);
    }

    @Override
    public Line giveBack(ReceiptNumber receipt, int line, Quantity quantity) throws CheckoutRefusal, StorageFault {
        requireOpen();
        return ringing.giveBack(ringing.sold(receipt), line, quantity);
    }

    @Override
    public Line giveBack(String code, Quantity quantity, Optional<Money> lowerPrice)
            throws CheckoutRefusal, StorageFault {
        requireOpen();
        return ringing.giveBack(code, quantity, lowerPrice);
    }

    @Override
    public ClosedSale postVoid(ReceiptNumber receipt, String reason) throws CheckoutRefusal, StorageFault {
        requireOpen();
        if (!ringing.isUntouched()) {
            throw new CheckoutRefusal(Refusal.POST_VOID_ALONE);
        }
        PostVoid whole = ringing.takeBack(ringing.sold(receipt), reason);
        postVoid = whole;
        Tenders back = new Tenders(whole.atOnce());
        for (Tender tender : whole.sold().tenders()) {
            if (tender.type() == TenderType.CARD) {
                back = back.plus(Tender.card(tender.amount().negate(), Optional.of(APPROVED)));
            }
        }
        return close(back, lane.money(0));
    }

    @Override
    public void voidLine(int number) throws CheckoutRefusal {
        requireOpen();
        ringing.voidLine(number);
    }

    @Override
    public void discountLine(int number, Money off) throws CheckoutRefusal {
        requireOpen();
        ringing.discountLine(number, off);
    }

    @Override
    public void discountLine(int number, BigDecimal percent) throws CheckoutRefusal {
        requireOpen();
        ringing.discountLine(number, percent);
    }

    @Override
    public void discountBasket(Money off) throws CheckoutRefusal {
        requireOpen();
        ringing.discountBasket(off);
    }

    @Override
    public void discountBasket(BigDecimal percent) throws CheckoutRefusal {
        requireOpen();
        ringing.discountBasket(percent);
    }

    @Override
    public SaleTotals totals() {
        return ringing.totals(tenders);
    }

    @Override
    public Optional<ClosedSale> tenderCash(Money handedOver) throws CheckoutRefusal {
        Money due = due(handedOver);
        Limits.cash(handedOver, due);
        return handedOver.isZero() ? settle(tenders) : settle(tenders.plus(new Tender(TenderType.CASH, handedOver)));
    }

    @Override
    public Optional<ClosedSale> refundCash(Money paidOut) throws CheckoutRefusal {
        Limits.refund(paidOut, due(paidOut).negate());
        return settle(tenders.plus(new Tender(TenderType.CASH, paidOut.negate())));
    }

    @Override
    public Optional<ClosedSale> tenderCard(Money amount) throws CheckoutRefusal {
        Limits.card(amount, due(amount));
        return settle(tenders.plus(Tender.card(amount, Optional.of(APPROVED))));
    }

    @Override
    public Optional<ClosedSale> refundCard(Money amount) throws CheckoutRefusal {
        Limits.refund(amount, due(amount).negate());
        return settle(tenders.plus(Tender.card(amount.negate(), Optional.of(APPROVED))));
    }

    @Override
    public Optional<ClosedSale> tenderVoucher(String code) throws CheckoutRefusal, StorageFault {
        Money due = due(lane.money(0));
        Voucher voucher = lane.archive()
                .database()
                .read(tx -> VoucherBook.find(tx, code))
                .orElseThrow(() -> new CheckoutRefusal(Refusal.NO_SUCH_VOUCHER, code));
        Limits.voucher(voucher, due, ringing.moment().businessDate());
        return settle(tenders.plus(Tender.voucher(voucher.amount(), code)));
    }

    @Override
    public Optional<ClosedSale> reconcile() {
        return Optional.empty();
    }

    @Override
    public ClosedSale end() throws CheckoutRefusal {
        Money due = due(lane.money(0));
        return settle(tenders).orElseThrow(() -> new CheckoutRefusal(Refusal.STILL_DUE, due));
    }

    @Override
    public String suspend(String reason) throws CheckoutRefusal {
        throw new CheckoutRefusal(Refusal.NOT_IN_TRAINING);
    }

    @Override
    public void abandon(String reason) {
        over = true;
    }

    private Money due(Money tendered) throws CheckoutRefusal {
        requireOpen();
        ringing.requireLines();
        Limits.currency(tendered, lane.store().currency());
        ringing.now();
        return tenders.due(ringing.reckon());
    }

    private Optional<ClosedSale> settle(Tenders handedOver) throws CheckoutRefusal {
        Reckoning so = ringing.reckon();
        ringing.requireDiscounts(so);
        Money due = handedOver.due(so);
        boolean paidOut =
                handedOver.all().stream().anyMatch(tender -> tender.amount().signum() < 0);
        if (due.signum() > 0 || (due.signum() < 0 && paidOut)) {
            tenders = handedOver;
            return Optional.empty();
        }
        return Optional.of(close(handedOver, due.negate()));
    }

    private ClosedSale close(Tenders handedOver, Money change) {
        over = true;
        tenders = handedOver;
        ClosedSale sale = new Closing(lane, ringing, operator.name(), postVoid)
                .sale(ringing.reckon(), room.nextReceipt(), ringing.moment(), handedOver, change);
        room.print(sale);
        return sale;
    }

    private void requireOpen() throws CheckoutRefusal {
        if (over) {
            throw new CheckoutRefusal(Refusal.SALE_IS_OVER);
        }
    }
}
