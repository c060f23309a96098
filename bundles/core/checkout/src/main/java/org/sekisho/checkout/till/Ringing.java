package org.sekisho.checkout.till;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.model.BasketDiscount;
import org.sekisho.api.model.Item;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleTotals;
import org.sekisho.checkout.books.PostVoids;
import org.sekisho.checkout.sale.Basket;
import org.sekisho.checkout.sale.BasketOff;
import org.sekisho.checkout.sale.PlainText;
import org.sekisho.checkout.sale.Reckoning;
import org.sekisho.checkout.sale.ReturnedLine;
import org.sekisho.checkout.sale.RuleBook;
import org.sekisho.checkout.sale.RungLine;
import org.sekisho.checkout.sale.SaleId;
import org.sekisho.checkout.sale.SoldBefore;
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
    private Authority authority;
    /** The basket discount that a second person approved, and what it was taken off. */
    private Money approvedOff;

    private Money approvedOf;
    /** What of a card's money may go back in cash. */
    private Money otherTender;

    private final SaleFacts facts;
    private final RuleBook rules;
    private final List<Fact> happened = new ArrayList<>();
    private final Set<String> leftOutOnRecord = new HashSet<>();
    private Moment moment;
    private @Nullable Reckoned reckoned;
    private Basket basket = Basket.EMPTY;
    private long voidedLines;
    private Optional<String> customer = Optional.empty();

    Ringing(Lane lane, Operator operator, Moment moment) {
        this.lane = lane;
        this.operator = operator;
        this.authority = new Authority(operator, Optional.empty());
        this.approvedOff = lane.money(0);
        this.approvedOf = lane.money(1);
        this.otherTender = lane.money(0);
        this.moment = moment;
        this.id = SaleId.at(moment.at());
        this.facts = new SaleFacts(id, operator.name());
        this.rules = new RuleBook(lane.rules());
    }

    /** Goes on with what was rung before. */
    Ringing(Lane lane, Operator operator, Moment moment, RungState before) {
        this.lane = lane;
        this.operator = operator;
        this.authority = new Authority(operator, Optional.empty());
        this.approvedOff = before.approvedOff();
        this.approvedOf = before.approvedOf();
        this.moment = moment;
        this.id = before.sale();
        this.facts = new SaleFacts(id, operator.name());
        this.rules = new RuleBook(lane.rules());
        this.basket = before.basket();
        this.voidedLines = before.voidedLines();
        this.customer = before.customer();
        this.happened.addAll(before.happened());
        this.otherTender = lane.money(0);
    }

    /** As it can be written down. */
    RungState state(List<Tender> tenders) {
        return new RungState(id, basket, voidedLines, approvedOff, approvedOf, tenders, happened, customer);
    }

    /** From now on that person stands by to approve what goes beyond the operator. */
    void standBy(Optional<Operator> approver) {
        authority = new Authority(operator, approver);
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
        Reckoned known = reckoned;
        if (known == null || !known.isOf(next, moment, rules.current())) {
            known = new Reckoned(
                    next,
                    moment,
                    rules.current(),
                    lane.reckoner().reckon(next, moment.businessDate(), moment.storeTime(), rules));
            reckoned = known;
        }
        return known.as;
    }

    /** What was reckoned last: between a scan and its receipt the same is asked a few times. */
    private record Reckoned(Basket basket, Moment at, List<PriceRule> by, Reckoning as) {

        /** Without price rules only the date matters, not the time of day. */
        boolean isOf(Basket other, Moment moment, List<PriceRule> rules) {
            boolean sameTime = rules.isEmpty() ? moment.businessDate().equals(at.businessDate()) : moment.equals(at);
            return sameTime && rules.equals(by) && basket.equals(other);
        }
    }

    /** Lines, totals and what is still due. */
    SaleTotals totals(Tenders tenders) {
        Reckoning so = reckon();
        return new SaleTotals(
                so.lines(),
                so.discounts(),
                so.taxes(),
                so.total(),
                tenders.all(),
                tenders.due(so),
                Closing.rules(so),
                leftOut());
    }

    boolean isUntouched() {
        return basket.lastNumber() == 0;
    }

    void requireLines() throws CheckoutRefusal {
        if (basket.isEmpty()) {
            throw new CheckoutRefusal(Refusal.NO_LINES);
        }
    }

    /** Why each price rule that was left out so far was. */
    List<String> leftOut() {
        return List.copyOf(rules.leftOut().values());
    }

    /** Writes every void, override and discount, and which price rules were left out. */
    void journal(Transaction tx) throws SQLException, StorageFault {
        for (Fact fact : happened) {
            lane.journal().append(tx, fact);
        }
        for (Map.Entry<String, String> rule : rules.leftOut().entrySet()) {
            if (!leftOutOnRecord.contains(rule.getKey())) {
                lane.journal().append(tx, facts.ruleLeftOut(rule.getKey(), rule.getValue()));
            }
        }
    }

    /** What {@link #journal} wrote is on record for good. */
    void journalled() {
        happened.clear();
        leftOutOnRecord.addAll(rules.leftOut().keySet());
        voidedLines = 0;
    }

    Line add(String code, Quantity quantity, Optional<Unit> unit, Optional<Money> overridePrice)
            throws CheckoutRefusal, StorageFault {
        Moment scannedAt = lane.now();
        ScannedItem scanned = ScannedItem.of(
                code, lane.catalogue().find(code, scannedAt.businessDate()), quantity, unit, scannedAt.businessDate());
        Item item = scanned.item();
        Limits.quantity(item, scanned.quantity(), scanned.unit());
        Money price = overridePrice.orElse(item.price());
        Limits.currency(price, lane.store().currency());
        Limits.price(price);
        Optional<String> approver = overridePrice.isPresent()
                ? authority.requireOff(Permission.OVERRIDE_PRICE, item.price().minus(price), item.price())
                : Optional.empty();
        requireRoom();
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
            happened.add(SaleFacts.approved(facts.priceOverridden(line, moment.at()), approver));
        }
        if (scanned.label().price().isPresent() || scanned.label().weight().isPresent()) {
            happened.add(facts.labelRung(line, scanned.label(), moment.at()));
        }
        if (scanned.label().batch().isPresent()) {
            happened.add(facts.batchRung(line, scanned.label(), moment.at()));
        }
        return reckoned.lines().get(reckoned.lines().size() - 1);
    }

    /** As it was first looked up in this sale, so that all of its lines are reckoned from one state. */
    SoldBefore sold(ReceiptNumber number) throws CheckoutRefusal, StorageFault {
        Optional<SoldBefore> known = returns().stream()
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

    /**
     * Goods of a receipt come back.
     *
     * @param sold with what had come back of it before
     */
    Line giveBack(SoldBefore sold, int original, Quantity quantity) throws CheckoutRefusal {
        Optional<String> approver = authority.require(Permission.RETURN);
        if (basket.lines().stream().anyMatch(RungLine::isUnreceipted)) {
            throw new CheckoutRefusal(Refusal.RETURNS_APART);
        }
        ReceiptNumber receipt = sold.receipt().receiptNumber();
        Line line =
                sold.line(original).orElseThrow(() -> new CheckoutRefusal(Refusal.NOT_ON_RECEIPT, receipt, original));
        Limits.returned(line, quantity);
        Limits.currency(sold.receipt().total(), lane.store().currency());
        long left = line.quantity().thousandths()
                - sold.gone().getOrDefault(original, 0L)
                - basket.returns().stream()
                        .filter(other -> other.of().receipt().equals(receipt)
                                && other.original().number() == original)
                        .mapToLong(other -> other.quantity().thousandths())
                        .sum();
        if (quantity.thousandths() > left) {
            throw new CheckoutRefusal(Refusal.RETURNED_ALREADY, receipt, original, new Quantity(left), quantity);
        }
        requireRoom();
        now();
        ReturnedLine returned = new ReturnedLine(basket.lastNumber() + 1, sold, line, quantity, operator.name());
        Basket next = basket.plus(returned);
        Reckoning reckoned = reckon(next);
        basket = next;
        happened.add(SaleFacts.approved(facts.returned(returned, moment.at()), approver));
        return reckoned.lines().get(reckoned.lines().size() - 1);
    }

    /** All goods of a receipt come back, as all that this sale does. */
    PostVoid takeBack(SoldBefore sold, String reason) throws CheckoutRefusal {
        Optional<String> approver = authority.require(Permission.POST_VOID);
        if (reason.isBlank() || reason.length() > Limits.REASON) {
            throw new CheckoutRefusal(Refusal.REASON_MISSING, Limits.REASON);
        }
        now();
        PostVoid order = PostVoid.of(sold, reason, approver, moment.businessDate());
        Limits.currency(sold.receipt().total(), lane.store().currency());
        Basket next = basket;
        for (Line line : sold.receipt().lines()) {
            next = next.plus(new ReturnedLine(next.lastNumber() + 1, sold, line, line.quantity(), operator.name()));
        }
        basket = next;
        return order;
    }

    /** Whether goods go out. */
    boolean sells() {
        return basket.lines().stream().anyMatch(line -> !line.isUnreceipted());
    }

    /** Whether goods come back, with or without a receipt. */
    boolean takesBack() {
        return !basket.returns().isEmpty() || basket.lines().stream().anyMatch(RungLine::isUnreceipted);
    }

    /**
     * Goods come back of which nobody has the receipt: at today's price, or less.
     *
     * @param quantity positive
     */
    Line giveBack(String code, Quantity quantity, Optional<Money> lowerPrice) throws CheckoutRefusal, StorageFault {
        authority.require(Permission.RETURN_WITHOUT_RECEIPT);
        if (!basket.returns().isEmpty()) {
            throw new CheckoutRefusal(Refusal.RETURNS_APART);
        }
        Moment scannedAt = lane.now();
        Item item = ScannedItem.of(
                        code,
                        lane.catalogue().find(code, scannedAt.businessDate()),
                        Quantity.ONE,
                        Optional.empty(),
                        scannedAt.businessDate())
                .item();
        Limits.quantity(item, quantity, Optional.of(item.unit()));
        Money price = lowerPrice.orElse(item.price());
        Limits.currency(price, lane.store().currency());
        if (price.signum() < 0 || price.compareTo(item.price()) > 0) {
            throw new CheckoutRefusal(Refusal.PRICE_OUT_OF_RANGE, item.price(), price);
        }
        requireRoom();
        if (lane.reckoner().rates().on(scannedAt.businessDate(), item.taxCode()).isEmpty()) {
            throw new CheckoutRefusal(Refusal.UNKNOWN_TAX_CODE, item.taxCode(), scannedAt.businessDate(), item.name());
        }
        RungLine line =
                new RungLine(basket.lastNumber() + 1, item, quantity.negate(), price, lane.money(0), operator.name());
        Basket next = basket.plus(line);
        Optional<String> approver = authority.requireUpTo(Permission.RETURN_WITHOUT_RECEIPT, unreceipted(next));
        moment = scannedAt;
        Reckoning reckoned = reckon(next);
        Limits.total(reckoned.total().negate());
        basket = next;
        happened.add(SaleFacts.approved(facts.returnedUnreceipted(line, moment.at()), approver));
        return reckoned.lines().get(reckoned.lines().size() - 1);
    }

    private Money unreceipted(Basket next) {
        return next.lines().stream()
                .filter(RungLine::isUnreceipted)
                .map(line -> line.amount().negate())
                .reduce(lane.money(0), Money::plus);
    }

    /** Whose sale it is. */
    Optional<String> customer() {
        return customer;
    }

    void customer(Optional<String> named) throws CheckoutRefusal, StorageFault {
        Optional<String> id = named.map(text -> text.strip().toUpperCase(Locale.ROOT));
        if (id.isPresent() && !lane.points().isCustomer(id.get())) {
            throw new CheckoutRefusal(Refusal.NO_SUCH_CUSTOMER, PlainText.of(id.get()));
        }
        customer = id;
    }

    /** What comes back once this sale closes. */
    List<ReturnedLine> returns() {
        return basket.returns();
    }

    private void requireRoom() throws CheckoutRefusal {
        if (basket.lastNumber() >= Limits.LINES) {
            throw new CheckoutRefusal(Refusal.TOO_MANY_LINES, Limits.LINES);
        }
    }

    void voidLine(int number) throws CheckoutRefusal {
        Optional<ReturnedLine> returned = basket.returned(number);
        if (returned.isPresent()) {
            now();
            basket = basket.without(returned.get());
            voidedLines++;
            happened.add(facts.lineVoided(returned.get(), moment.at()));
            return;
        }
        RungLine line = line(number);
        now();
        basket = basket.without(line);
        voidedLines++;
        happened.add(facts.lineVoided(line, moment.at()));
    }

    void discountLine(int number, Money off) throws CheckoutRefusal {
        RungLine line = line(number);
        Limits.currency(off, lane.store().currency());
        Limits.discount(off, line.amount());
        discount(line, off, Long.toString(off.minor()));
    }

    void discountLine(int number, BigDecimal percent) throws CheckoutRefusal {
        RungLine line = line(number);
        Limits.percent(percent);
        discount(line, line.amount().times(percent.movePointLeft(2), RoundingMode.HALF_UP), said(percent));
    }

    private void discount(RungLine line, Money off, String asked) throws CheckoutRefusal {
        RungLine less = line.lessBy(off);
        Optional<String> approver = authority.requireOff(Permission.DISCOUNT, less.lost(), less.undiminished());
        now();
        Basket next = basket.replacing(less);
        if (!next.offs().isEmpty()) {
            Optional<String> ofAll = requireOff(reckon(next), next);
            approver = ofAll.isPresent() ? ofAll : approver;
        }
        basket = next;
        happened.add(SaleFacts.approved(facts.lineDiscounted(line, off, asked, moment.at()), approver));
    }

    void discountBasket(Money off) throws CheckoutRefusal {
        requireLines();
        Limits.currency(off, lane.store().currency());
        now();
        Limits.discount(off, reckon().left());
        discount(new BasketOff.Amount(off), Long.toString(off.minor()));
    }

    void discountBasket(BigDecimal percent) throws CheckoutRefusal {
        requireLines();
        Limits.percent(percent);
        now();
        discount(new BasketOff.Percent(percent), said(percent));
    }

    private void discount(BasketOff off, String asked) throws CheckoutRefusal {
        Basket next = basket.plus(off);
        Optional<String> approver = requireOff(reckon(next), next);
        basket = next;
        happened.add(SaleFacts.approved(facts.discounted(asked, moment.at()), approver));
    }

    /** A discount that was within the limit of who gave it may no longer be, once lines were voided. */
    void requireDiscounts(Reckoning so) throws CheckoutRefusal {
        if (!basket.offs().isEmpty()) {
            Optional<String> approver = requireOff(so, basket);
            if (approver.isPresent()) {
                happened.add(SaleFacts.approved(facts.discounted(taken(so), moment.at()), approver));
            }
        }
    }

    private Money taken(Reckoning so) {
        return so.discounts().stream()
                .map(BasketDiscount::amount)
                .filter(amount -> amount.signum() > 0)
                .reduce(lane.money(0), Money::plus);
    }

    /** All that somebody took off, lines and basket together, counts against the limit, not each by itself; what was approved stays so. */
    private Optional<String> requireOff(Reckoning so, Basket of) throws CheckoutRefusal {
        Money taken = of.lines().stream()
                .map(RungLine::lost)
                .reduce(lane.money(0), Money::plus)
                .plus(taken(so));
        Money whole = so.left().plus(taken);
        boolean approved = taken.compareTo(approvedOff) <= 0
                && BigDecimal.valueOf(taken.minor())
                                .multiply(BigDecimal.valueOf(approvedOf.minor()))
                                .compareTo(BigDecimal.valueOf(approvedOff.minor())
                                        .multiply(BigDecimal.valueOf(whole.minor())))
                        <= 0;
        Optional<String> approver =
                approved ? Optional.empty() : authority.requireOff(Permission.DISCOUNT, taken, whole);
        if (approver.isPresent()) {
            approvedOff = taken;
            approvedOf = whole;
        }
        return approver;
    }

    /**
     * Money of a card that goes back in cash takes the word of somebody who may give it.
     *
     * @param beyond what of it the cards are owed; nothing or less where they are not
     */
    void requireOtherTender(Money beyond) throws CheckoutRefusal {
        if (beyond.compareTo(otherTender) > 0) {
            Optional<String> approver = authority.require(Permission.REFUND_OTHER_TENDER);
            happened.add(SaleFacts.approved(facts.refundedOtherwise(beyond, moment.at()), approver));
            otherTender = beyond;
        }
    }

    private RungLine line(int number) throws CheckoutRefusal {
        return basket.line(number).orElseThrow(() -> new CheckoutRefusal(Refusal.NO_SUCH_LINE, number));
    }

    private static String said(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + "%";
    }
}
