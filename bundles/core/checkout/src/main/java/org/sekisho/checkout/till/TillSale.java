package org.sekisho.checkout.till;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Item;
import org.sekisho.api.model.Line;
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
import org.sekisho.checkout.books.SaleIndex;
import org.sekisho.checkout.sale.Basket;
import org.sekisho.checkout.sale.BasketOff;
import org.sekisho.checkout.sale.CheckDigit;
import org.sekisho.checkout.sale.Reckoning;
import org.sekisho.checkout.sale.RuleBook;
import org.sekisho.checkout.sale.RungLine;
import org.sekisho.checkout.sale.SaleId;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.Entry;
import org.sekisho.journal.Fact;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** A sale on this till, from its first scan to its point of no return. */
final class TillSale implements OpenSale {

    private final Lane lane;
    private final Operator operator;
    private final UUID id;
    private final SaleFacts facts;
    private final RuleBook rules;

    /** What must be on record however the sale ends; written with its end, so that an open sale costs no flush. */
    private final List<Fact> happened = new ArrayList<>();

    private Moment moment;
    private Basket basket = Basket.EMPTY;
    private List<Tender> tenders = List.of();
    private long voidedLines;
    private boolean over;

    /** The database failed while it closed: only the database knows whether it did. */
    private boolean inDoubt;

    private @Nullable ClosedSale closed;

    TillSale(Lane lane, Operator operator, Moment moment) {
        this.lane = lane;
        this.operator = operator;
        this.moment = moment;
        this.id = SaleId.at(moment.at());
        this.facts = new SaleFacts(id, operator.name());
        this.rules = new RuleBook(lane.rules());
    }

    /**
     * The way of a sale. Price rules propose and tax is reckoned by the rates of the day; when the tenders cover what is due, the
     * sale gets its number and its place in the journal in one transaction, along with what follows it. The commit is the point of no
     * return; receipt and drawer come after it and cannot undo it.
     */
    private Optional<ClosedSale> settle(List<Tender> handedOver) throws CheckoutRefusal, StorageFault {
        moment = lane.now();
        Reckoning reckoned = reckon(basket);
        Money due = due(reckoned, handedOver);
        if (due.signum() > 0) {
            tenders = handedOver;
            return Optional.empty();
        }
        inDoubt = true;
        closed = lane.aftermath().transact(tx -> {
            ClosedSale sale = sale(reckoned, lane.counter().nextReceipt(tx), handedOver, due.negate());
            journalWhatHappened(tx);
            Entry entry = lane.journal().append(tx, facts.closed(sale, reckoned.rules()));
            SaleIndex.add(tx, sale, entry.seq());
            lane.totals().add(tx, sale, voidedLines);
            lane.aftermath().follow(tx, sale);
            return sale;
        });
        inDoubt = false;
        over = true;
        return Optional.of(closed);
    }

    private ClosedSale sale(Reckoning reckoned, long number, List<Tender> handedOver, Money change) {
        return new ClosedSale(
                id,
                new ReceiptNumber(lane.name(), number),
                lane.store().storeId(),
                lane.name(),
                operator.name(),
                moment.at(),
                moment.businessDate(),
                SaleKind.SALE,
                lane.store().currency(),
                reckoned.lines(),
                reckoned.discounts(),
                reckoned.taxes(),
                reckoned.total(),
                handedOver,
                change,
                lane.money(0));
    }

    private void journalWhatHappened(Transaction tx) throws SQLException, StorageFault {
        for (Fact fact : happened) {
            lane.journal().append(tx, fact);
        }
        for (var rule : rules.leftOut().entrySet()) {
            lane.journal().append(tx, facts.ruleLeftOut(rule.getKey(), rule.getValue()));
        }
    }

    @Override
    public Line add(String code, Quantity quantity, Optional<Unit> unit, Optional<Money> overridePrice)
            throws CheckoutRefusal, StorageFault {
        requireOpen();
        Item item = item(code);
        Limits.quantity(item, quantity, unit);
        if (overridePrice.isPresent()) {
            Till.require(operator, Permission.OVERRIDE_PRICE);
        }
        Money price = overridePrice.orElse(item.price());
        requireCurrency(price);
        Limits.price(price);
        if (basket.lastNumber() >= Limits.LINES) {
            throw new CheckoutRefusal(Refusal.TOO_MANY_LINES, Limits.LINES);
        }
        moment = lane.now();
        if (lane.reckoner().rates().on(moment.businessDate(), item.taxCode()).isEmpty()) {
            throw new CheckoutRefusal(Refusal.UNKNOWN_TAX_CODE, item.taxCode(), moment.businessDate(), item.name());
        }
        RungLine line = new RungLine(basket.lastNumber() + 1, item, quantity, price, lane.money(0), operator.name());
        Basket next = basket.plus(line);
        Reckoning reckoned = reckon(next);
        Limits.total(reckoned.total());
        basket = next;
        if (overridePrice.isPresent()) {
            happened.add(facts.priceOverridden(line, moment.at()));
        }
        return reckoned.lines().get(reckoned.lines().size() - 1);
    }

    @Override
    public void voidLine(int number) throws CheckoutRefusal, StorageFault {
        requireOpen();
        RungLine line = line(number);
        moment = lane.now();
        basket = basket.without(line);
        voidedLines++;
        happened.add(facts.lineVoided(line, moment.at()));
    }

    @Override
    public void discountLine(int number, Money off) throws CheckoutRefusal, StorageFault {
        requireOpen();
        Till.require(operator, Permission.DISCOUNT);
        RungLine line = line(number);
        requireCurrency(off);
        Limits.discount(off, line.amount());
        discount(line, off, Long.toString(off.minor()));
    }

    @Override
    public void discountLine(int number, BigDecimal percent) throws CheckoutRefusal, StorageFault {
        requireOpen();
        Till.require(operator, Permission.DISCOUNT);
        RungLine line = line(number);
        Limits.percent(percent);
        discount(line, line.amount().times(percent.movePointLeft(2), RoundingMode.HALF_UP), said(percent));
    }

    private void discount(RungLine line, Money off, String asked) throws CheckoutRefusal {
        moment = lane.now();
        basket = basket.replacing(line.lessBy(off));
        happened.add(facts.lineDiscounted(line, off, asked, moment.at()));
    }

    @Override
    public void discountBasket(Money off) throws CheckoutRefusal, StorageFault {
        requireOpen();
        Till.require(operator, Permission.DISCOUNT);
        requireLines();
        requireCurrency(off);
        moment = lane.now();
        Limits.discount(off, reckon(basket).left());
        basket = basket.plus(new BasketOff.Amount(off));
        happened.add(facts.discounted(Long.toString(off.minor()), moment.at()));
    }

    @Override
    public void discountBasket(BigDecimal percent) throws CheckoutRefusal, StorageFault {
        requireOpen();
        Till.require(operator, Permission.DISCOUNT);
        requireLines();
        Limits.percent(percent);
        moment = lane.now();
        basket = basket.plus(new BasketOff.Percent(percent));
        happened.add(facts.discounted(said(percent), moment.at()));
    }

    @Override
    public SaleTotals totals() {
        Reckoning reckoned = reckon(basket);
        return new SaleTotals(
                reckoned.lines(),
                reckoned.discounts(),
                reckoned.taxes(),
                reckoned.total(),
                tenders,
                due(reckoned, tenders));
    }

    @Override
    public Optional<ClosedSale> tenderCash(Money handedOver) throws CheckoutRefusal, StorageFault {
        if (provedClosed()) {
            return Optional.ofNullable(closed);
        }
        requireOpen();
        requireLines();
        requireCurrency(handedOver);
        moment = lane.now();
        Limits.cash(handedOver, due(reckon(basket), tenders));
        List<Tender> all = new ArrayList<>(tenders);
        if (!handedOver.isZero()) {
            all.add(new Tender(TenderType.CASH, handedOver));
        }
        return settle(all);
    }

    @Override
    public ClosedSale end() throws CheckoutRefusal, StorageFault {
        if (!provedClosed()) {
            requireOpen();
            requireLines();
            Optional<ClosedSale> sale = settle(tenders);
            if (sale.isEmpty()) {
                throw new CheckoutRefusal(Refusal.STILL_DUE, totals().due());
            }
        }
        return Objects.requireNonNull(closed);
    }

    @Override
    public void abandon(String reason) throws StorageFault {
        if (over || provedClosed()) {
            return;
        }
        if (basket.lastNumber() > 0) {
            Reckoning reckoned = reckon(basket);
            lane.aftermath().transact(tx -> {
                journalWhatHappened(tx);
                lane.totals().add(tx, moment.businessDate(), DayFigures.voidedSale(voidedLines));
                return lane.journal().append(tx, facts.voided(reckoned, tenders, reason));
            });
        }
        over = true;
    }

    /** Asks the database whether a sale whose closing failed was closed after all; then what follows it begins now. */
    private boolean provedClosed() throws StorageFault {
        if (!inDoubt) {
            return false;
        }
        Optional<ClosedSale> found = lane.archive().find(id);
        inDoubt = false;
        if (found.isPresent()) {
            closed = found.get();
            over = true;
            lane.aftermath().takeUp(found.get());
        }
        return over;
    }

    private void requireOpen() throws CheckoutRefusal, StorageFault {
        if (over || provedClosed()) {
            throw new CheckoutRefusal(Refusal.SALE_IS_OVER);
        }
    }

    private void requireLines() throws CheckoutRefusal {
        if (basket.lines().isEmpty()) {
            throw new CheckoutRefusal(Refusal.NO_LINES);
        }
    }

    private void requireCurrency(Money money) throws CheckoutRefusal {
        if (!money.currency().equals(lane.store().currency())) {
            throw new CheckoutRefusal(Refusal.WRONG_CURRENCY, lane.store().currency(), money.currency());
        }
    }

    private Item item(String code) throws CheckoutRefusal, StorageFault {
        Optional<Item> item = lane.catalogue().find(code);
        if (item.isEmpty()) {
            throw new CheckoutRefusal(
                    CheckDigit.isWrong(code) ? Refusal.WRONG_CHECK_DIGIT : Refusal.UNKNOWN_CODE, code);
        }
        return item.get();
    }

    private RungLine line(int number) throws CheckoutRefusal {
        return basket.line(number).orElseThrow(() -> new CheckoutRefusal(Refusal.NO_SUCH_LINE, number));
    }

    private Reckoning reckon(Basket next) {
        return lane.reckoner().reckon(next, moment.businessDate(), moment.storeTime(), rules);
    }

    private Money due(Reckoning reckoned, List<Tender> handedOver) {
        return handedOver.stream().map(Tender::amount).reduce(reckoned.total(), Money::minus);
    }

    private static String said(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + "%";
    }
}
