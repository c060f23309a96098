package org.sekisho.checkout.till;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.api.model.Item;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.sale.Basket;
import org.sekisho.checkout.sale.BasketOff;
import org.sekisho.checkout.sale.Reckoning;
import org.sekisho.checkout.sale.RuleBook;
import org.sekisho.checkout.sale.RungLine;
import org.sekisho.checkout.sale.SaleId;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Permission;
import org.sekisho.journal.Fact;
import org.sekisho.storage.StorageFault;
import org.sekisho.storage.Transaction;

/** What is rung in one sale and what must be on record about it; nothing of it is written before the sale ends. */
final class Ringing {

    private final Lane lane;
    private final Operator operator;
    private final UUID id;
    private final SaleFacts facts;
    private final RuleBook rules;
    private final List<Fact> happened = new ArrayList<>();
    private Moment moment;
    private Basket basket = Basket.EMPTY;
    private long voidedLines;

    Ringing(Lane lane, Operator operator, Moment moment) {
        this.lane = lane;
        this.operator = operator;
        this.moment = moment;
        this.id = SaleId.at(moment.at());
        this.facts = new SaleFacts(id, operator.name());
        this.rules = new RuleBook(lane.rules());
    }

    UUID id() {
        return id;
    }

    SaleFacts facts() {
        return facts;
    }

    long voidedLines() {
        return voidedLines;
    }

    /** When it was last touched. */
    Moment moment() {
        return moment;
    }

    /** Reads the clock; from now on the rates of that day apply. */
    Moment now() throws CheckoutRefusal {
        moment = lane.now();
        return moment;
    }

    Reckoning reckon() {
        return reckon(basket);
    }

    private Reckoning reckon(Basket next) {
        return lane.reckoner().reckon(next, moment.businessDate(), moment.storeTime(), rules);
    }

    boolean isUntouched() {
        return basket.lastNumber() == 0;
    }

    void requireLines() throws CheckoutRefusal {
        if (basket.lines().isEmpty()) {
            throw new CheckoutRefusal(Refusal.NO_LINES);
        }
    }

    /** Writes every void, override and discount, and which price rules were left out. */
    void journal(Transaction tx) throws SQLException, StorageFault {
        for (Fact fact : happened) {
            lane.journal().append(tx, fact);
        }
        for (Map.Entry<String, String> rule : rules.leftOut().entrySet()) {
            lane.journal().append(tx, facts.ruleLeftOut(rule.getKey(), rule.getValue()));
        }
    }

    Line add(String code, Quantity quantity, Optional<Unit> unit, Optional<Money> overridePrice)
            throws CheckoutRefusal, StorageFault {
        Moment scannedAt = lane.now();
        ScannedItem scanned = ScannedItem.of(
                code, lane.catalogue().find(code, scannedAt.businessDate()), quantity, unit, scannedAt.businessDate());
        Item item = scanned.item();
        Limits.quantity(item, scanned.quantity(), scanned.unit());
        if (overridePrice.isPresent()) {
            Till.require(operator, Permission.OVERRIDE_PRICE);
        }
        Money price = overridePrice.orElse(item.price());
        Limits.currency(price, lane.store().currency());
        Limits.price(price);
        if (basket.lastNumber() >= Limits.LINES) {
            throw new CheckoutRefusal(Refusal.TOO_MANY_LINES, Limits.LINES);
        }
        moment = scannedAt;
        if (lane.reckoner().rates().on(moment.businessDate(), item.taxCode()).isEmpty()) {
            throw new CheckoutRefusal(Refusal.UNKNOWN_TAX_CODE, item.taxCode(), moment.businessDate(), item.name());
        }
        RungLine line =
                new RungLine(basket.lastNumber() + 1, item, scanned.quantity(), price, lane.money(0), operator.name());
        Basket next = basket.plus(line);
        Reckoning reckoned = reckon(next);
        Limits.total(reckoned.total());
        basket = next;
        if (overridePrice.isPresent()) {
            happened.add(facts.priceOverridden(line, moment.at()));
        }
        if (scanned.label().batch().isPresent()) {
            happened.add(facts.batchRung(line, scanned.label(), moment.at()));
        }
        return reckoned.lines().get(reckoned.lines().size() - 1);
    }

    void voidLine(int number) throws CheckoutRefusal {
        RungLine line = line(number);
        now();
        basket = basket.without(line);
        voidedLines++;
        happened.add(facts.lineVoided(line, moment.at()));
    }

    void discountLine(int number, Money off) throws CheckoutRefusal {
        Till.require(operator, Permission.DISCOUNT);
        RungLine line = line(number);
        Limits.currency(off, lane.store().currency());
        Limits.discount(off, line.amount());
        discount(line, off, Long.toString(off.minor()));
    }

    void discountLine(int number, BigDecimal percent) throws CheckoutRefusal {
        Till.require(operator, Permission.DISCOUNT);
        RungLine line = line(number);
        Limits.percent(percent);
        discount(line, line.amount().times(percent.movePointLeft(2), RoundingMode.HALF_UP), said(percent));
    }

    private void discount(RungLine line, Money off, String asked) throws CheckoutRefusal {
        now();
        basket = basket.replacing(line.lessBy(off));
        happened.add(facts.lineDiscounted(line, off, asked, moment.at()));
    }

    void discountBasket(Money off) throws CheckoutRefusal {
        Till.require(operator, Permission.DISCOUNT);
        requireLines();
        Limits.currency(off, lane.store().currency());
        now();
        Limits.discount(off, reckon().left());
        basket = basket.plus(new BasketOff.Amount(off));
        happened.add(facts.discounted(Long.toString(off.minor()), moment.at()));
    }

    void discountBasket(BigDecimal percent) throws CheckoutRefusal {
        Till.require(operator, Permission.DISCOUNT);
        requireLines();
        Limits.percent(percent);
        now();
        basket = basket.plus(new BasketOff.Percent(percent));
        happened.add(facts.discounted(said(percent), moment.at()));
    }

    private RungLine line(int number) throws CheckoutRefusal {
        return basket.line(number).orElseThrow(() -> new CheckoutRefusal(Refusal.NO_SUCH_LINE, number));
    }

    private static String said(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + "%";
    }
}
