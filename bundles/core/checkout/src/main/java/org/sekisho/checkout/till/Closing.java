package org.sekisho.checkout.till;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.CustomerPoints;
import org.sekisho.api.model.LineDiscount;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.SaleKind;
import org.sekisho.checkout.books.PaymentBook;
import org.sekisho.checkout.books.ReturnedGoods;
import org.sekisho.checkout.books.SaleIndex;
import org.sekisho.checkout.books.VoucherBook;
import org.sekisho.checkout.sale.Reckoning;
import org.sekisho.checkout.sale.ReturnedLine;
import org.sekisho.checkout.sale.SoldBefore;
import org.sekisho.journal.Entry;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** What a sale writes in the one transaction that closes it. */
final class Closing {

    private final Lane lane;
    private final Ringing ringing;
    private final String operator;
    private final @Nullable PostVoid postVoid;

    /** @param postVoid what the sale takes back whole, if it does */
    Closing(Lane lane, Ringing ringing, String operator, @Nullable PostVoid postVoid) {
        this.lane = lane;
        this.ringing = ringing;
        this.operator = operator;
        this.postVoid = postVoid;
    }

    /** @throws Missed when somebody else was first to what this sale takes; nothing of the transaction stays then */
    ClosedSale write(Transaction tx, Reckoning reckoned, Moment now, Tenders tenders, Money change)
            throws SQLException, StorageFault {
        takeReturns(tx);
        List<CustomerPoints> customers = lane.points().credit(tx, customers(reckoned));
        ReceiptNumber number = new ReceiptNumber(lane.name(), lane.counter().nextReceipt(tx));
        ClosedSale sale = sale(reckoned, number, now, tenders, change, customers);
        ringing.journal(tx);
        Entry entry = lane.journal().append(tx, ringing.facts().closed(sale, reckoned.rules(), rounding()));
        SaleIndex.add(tx, sale, entry.seq());
        takeCards(tx, sale, tenders);
        PostVoid whole = postVoid;
        if (whole != null) {
            whole.record(tx, lane.journal(), sale);
        }
        takeVouchers(tx, sale, tenders);
        lane.totals().add(tx, sale, ringing.voidedLines());
        lane.aftermath().follow(tx, sale);
        lane.shelf().end(tx, ringing.id());
        return sale;
    }

    /** The sale as the journal will have it once a card has paid, without what is known only then. */
    JsonObject record(Reckoning reckoned, Tenders tenders) {
        JsonObject record = ringing.facts()
                .closed(
                        sale(reckoned, new ReceiptNumber(lane.name(), 1), ringing.moment(), tenders, lane.money(0)),
                        reckoned.rules(),
                        rounding())
                .details();
        record.remove("receiptNumber");
        record.remove("time");
        return record;
    }

    private String rounding() {
        return lane.reckoner().scheme().word();
    }

    /** The sale as it would be closed under that number: nobody's points change. */
    ClosedSale sale(Reckoning reckoned, ReceiptNumber number, Moment now, Tenders tenders, Money change) {
        return sale(reckoned, number, now, tenders, change, customers(reckoned));
    }

    private List<CustomerPoints> customers(Reckoning reckoned) {
        return lane.points().of(ringing.customer(), reckoned, ringing.returns());
    }

    private ClosedSale sale(
            Reckoning reckoned,
            ReceiptNumber number,
            Moment now,
            Tenders tenders,
            Money change,
            List<CustomerPoints> customers) {
        return new ClosedSale(
                ringing.id(),
                number,
                lane.store().storeId(),
                lane.name(),
                operator,
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
                tenders.all(),
                change,
                lane.money(0),
                Optional.ofNullable(postVoid).map(PostVoid::receipt),
                customers);
    }

    private SaleKind kind() {
        if (!ringing.takesBack()) {
            return SaleKind.SALE;
        }
        return ringing.sells() ? SaleKind.EXCHANGE : SaleKind.RETURN;
    }

    static List<LineDiscount> rules(Reckoning reckoned) {
        return reckoned.rules().stream()
                .map(rule -> new LineDiscount(rule.line(), rule.reason(), rule.off()))
                .toList();
    }

    private void takeReturns(Transaction tx) throws SQLException {
        for (ReturnedLine line : ringing.returns()) {
            requireUnchanged(tx, line.sold());
        }
        for (ReturnedLine line : ringing.returns()) {
            take(tx, line);
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

    private static void takeCards(Transaction tx, ClosedSale sale, Tenders tenders) throws SQLException {
        long cards = tenders.cards();
        if (cards > 0 && PaymentBook.close(tx, sale.id(), sale.receiptNumber().number()) != cards) {
            throw new GivenBack();
        }
    }

    private void takeVouchers(Transaction tx, ClosedSale sale, Tenders tenders) throws SQLException {
        PostVoid whole = postVoid;
        for (String voucher : tenders.vouchers().toList()) {
            boolean done = whole == null
                    ? VoucherBook.pay(tx, voucher, sale.receiptNumber())
                    : VoucherBook.giveBack(tx, voucher, whole.receipt());
            if (!done) {
                throw new Taken(voucher);
            }
        }
    }

    /** Somebody else was first to what this sale takes. */
    abstract static sealed class Missed extends RuntimeException permits Overtaken, Taken, GivenBack {

        private static final long serialVersionUID = 1L;

        Missed(String what) {
            super(what);
        }
    }

    /** Goods of a receipt came back elsewhere since this sale looked it up. */
    static final class Overtaken extends Missed {

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

    /** Another receipt took a voucher first. */
    static final class Taken extends Missed {

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

    /** What cards paid for this sale was given back: by its own void, whose commit nobody heard of. */
    static final class GivenBack extends Missed {

        private static final long serialVersionUID = 1L;

        GivenBack() {
            super("what cards paid was given back");
        }
    }
}
