package org.sekisho.checkout.till;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Money;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Payment;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.books.DayFigures;
import org.sekisho.checkout.books.PaymentBook;
import org.sekisho.checkout.sale.Reckoning;
import org.sekisho.checkout.sale.SuspendedId;
import org.sekisho.identity.Operator;
import org.sekisho.storage.Database;
import org.sekisho.storage.StorageFault;

/** The money of a sale, and its end: closed, set aside or voided. */
final class Settlement {

    enum State {
        OPEN,
        /** The database failed while it ended: only the database knows whether it did. */
        IN_DOUBT,
        /** A card terminal was told to pay, and nobody knows yet whether it did. */
        PAYING,
        CLOSED,
        SUSPENDED,
        VOIDED
    }

    private final Lane lane;
    private final Operator operator;
    private final Ringing ringing;
    private final MoneyBack moneyBack;
    private State state = State.OPEN;
    private Tenders tenders;
    /** What the card terminal was told last; of a sale that is {@link State#PAYING} nobody knows the end. */
    private @Nullable Payment payment;

    /** What this sale takes back whole. */
    private @Nullable PostVoid postVoid;

    /** @param tenders what was handed over before */
    Settlement(Lane lane, Operator operator, Ringing ringing, MoneyBack moneyBack, Tenders tenders) {
        this.lane = lane;
        this.operator = operator;
        this.ringing = ringing;
        this.moneyBack = moneyBack;
        this.tenders = tenders;
    }

    State state() {
        return state;
    }

    Tenders tenders() {
        return tenders;
    }

    Optional<PostVoid> postVoid() {
        return Optional.ofNullable(postVoid);
    }

    Optional<Payment> payment() {
        return Optional.ofNullable(payment);
    }

    /** From now on the sale takes back a whole receipt, and nothing else. */
    void takeBack(PostVoid whole) {
        postVoid = whole;
        tenders = new Tenders(whole.atOnce());
    }

    /**
     * The way of a sale. Price rules propose and tax is reckoned by the rates of the day; when the tenders cover what is due, the
     * sale gets its number and its place in the journal in one transaction, along with what follows it. The commit is the point of no
     * return; drawer and receipt come after it and cannot undo it.
     */
    Optional<ClosedSale> settle(Tenders handedOver) throws CheckoutRefusal, StorageFault {
        Moment now = ringing.now();
        Reckoning reckoned = ringing.reckon();
        ringing.requireDiscounts(reckoned);
        Money due = handedOver.due(reckoned);
        if (due.signum() > 0) {
            keep(handedOver);
            return Optional.empty();
        }
        Money change = due.negate();
        requireCash(reckoned, handedOver, change);
        state = State.IN_DOUBT;
        try {
            return Optional.of(closed(
                    lane.aftermath().transactAhead(tx -> closing().write(tx, reckoned, now, handedOver, change))));
        } catch (Closing.Missed other) {
            throw missed(other);
        }
    }

    /** What is rung so far outlives a crash, from a moment later on. */
    void save() {
        lane.shelf().of(ringing.id()).save(ringing.state(tenders.all()), operator.name());
    }

    /** Money counts once it is on record. */
    void keep(Tenders handedOver) throws StorageFault {
        lane.shelf().of(ringing.id()).saveForSure(ringing.state(handedOver.all()), operator.name());
        tenders = handedOver;
    }

    void requireCash(Reckoning reckoned, Tenders handedOver, Money change) throws CheckoutRefusal, StorageFault {
        if (postVoid == null) {
            moneyBack.requireCash(reckoned, handedOver, change);
        }
    }

    Closing closing() {
        return new Closing(lane, ringing, operator.name(), postVoid);
    }

    ClosedSale closed(ClosedSale sale) {
        state = State.CLOSED;
        lane.payments().givenUpBy(ringing.id());
        return sale;
    }

    /** The sale stands as before, without what another took; one whose money went back is over. */
    CheckoutRefusal missed(Closing.Missed what) {
        if (what instanceof Closing.GivenBack) {
            state = State.VOIDED;
            lane.payments().givenUpBy(ringing.id());
            return new CheckoutRefusal(Refusal.SALE_IS_OVER);
        }
        state = State.OPEN;
        CheckoutRefusal refusal;
        if (what instanceof Closing.Taken other) {
            tenders = tenders.withoutVoucher(other.voucher());
            refusal = new CheckoutRefusal(Refusal.VOUCHER_USED, other.voucher());
        } else {
            refusal = new CheckoutRefusal(Refusal.RETURNED_MEANWHILE, ((Closing.Overtaken) what).receipt());
        }
        save();
        return refusal;
    }

    /** A terminal is told, and until it is heard the sale takes nothing. */
    void paying(Payment order) {
        payment = order;
        state = State.PAYING;
        lane.payments().countedOnBy(ringing.id());
    }

    void paid(Tenders all) {
        tenders = all;
        state = State.OPEN;
    }

    void notPaid() {
        state = State.OPEN;
    }

    /** The tables have what was handed over; perhaps the sale closed with it. */
    Optional<ClosedSale> paidUnheard(Tenders all) throws CheckoutRefusal, StorageFault {
        tenders = all;
        state = State.IN_DOUBT;
        Optional<ClosedSale> closed = unheard();
        return closed.isPresent() || !all.due(ringing.reckon()).isZero() ? closed : settle(all);
    }

    SuspendedId suspend(String reason) throws CheckoutRefusal, StorageFault {
        if (tenders.cards() > 0) {
            throw new CheckoutRefusal(Refusal.SUSPEND_AFTER_CARD);
        }
        Moment now = ringing.now();
        state = State.IN_DOUBT;
        SuspendedId id = transact(tx -> {
            ringing.journal(tx);
            return lane.shelf().suspend(tx, ringing.state(tenders.all()), operator.name(), now.businessDate(), reason);
        });
        state = State.SUSPENDED;
        return id;
    }

    /** @return the orders, on record, that undo what cards paid */
    List<Payment> giveUp(String reason) throws StorageFault {
        List<Payment> givenBack = ringing.isUntouched() ? List.of() : recordVoid(reason);
        lane.payments().givenUpBy(ringing.id());
        state = State.VOIDED;
        return givenBack;
    }

    private List<Payment> recordVoid(String reason) throws StorageFault {
        Reckoning so = ringing.reckon();
        return transact(tx -> {
            ringing.journal(tx);
            lane.shelf().end(tx, ringing.id());
            lane.totals().add(tx, ringing.moment().businessDate(), DayFigures.voidedSale(ringing.voidedLines()));
            lane.journal().append(tx, ringing.facts().voided(so, tenders.all(), reason));
            List<Payment> reversals = new ArrayList<>();
            if (tenders.cards() > 0) {
                for (Payment done : PaymentBook.ofSale(tx, ringing.id())) {
                    lane.payments()
                            .reverse(tx, done, operator.name(), ringing.moment().at())
                            .ifPresent(reversals::add);
                }
            }
            return reversals;
        });
    }

    <T> T transact(Database.Work<T> work) throws StorageFault {
        return lane.aftermath().transact(work);
    }

    /** Asks the database whether a sale whose closing failed was closed after all; if so, what follows it begins now. */
    Optional<ClosedSale> unheard() throws StorageFault {
        if (state != State.IN_DOUBT) {
            return Optional.empty();
        }
        Optional<ClosedSale> found = lane.archive().find(ringing.id());
        if (found.isPresent()) {
            lane.aftermath().takeUp(found.get());
            state = State.CLOSED;
        } else {
            state = lane.shelf().find(ringing.id()).isPresent() ? State.SUSPENDED : State.OPEN;
            if (state == State.OPEN) {
                save();
            }
        }
        return found;
    }

    void requireOpen() throws CheckoutRefusal, StorageFault {
        requireStands();
        if (postVoid != null) {
            throw new CheckoutRefusal(Refusal.POST_VOID_ALONE);
        }
    }

    void requireStands() throws CheckoutRefusal, StorageFault {
        unheard();
        if (state == State.PAYING) {
            throw Reconciliation.unknown(Objects.requireNonNull(payment));
        }
        if (state != State.OPEN) {
            throw new CheckoutRefusal(Refusal.SALE_IS_OVER);
        }
    }
}
