package org.sekisho.checkout.till;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.sekisho.api.model.Item;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.CashDesk;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.Vouchers.Voucher;

/** What the till takes for a slip of the finger; all of it far within {@code long}, and within what JSON numbers hold exactly. */
final class Limits {

    static final int LINES = 2_000;
    static final int REASON = 200;
    private static final int REFERENCE = 100;
    private static final Quantity QUANTITY = Quantity.pieces(99_999);
    private static final long PRICE = 999_999_999L;
    private static final long TOTAL = 99_999_999_999L;

    /** More cash than due by eight digits is no cash but a code that was scanned into the wrong field. */
    private static final long CASH_OVER = 9_999_999L;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Limits() {}

    static void quantity(Item item, Quantity quantity, Optional<Unit> said) throws CheckoutRefusal {
        if (item.unit() == Unit.KG && said.orElse(Unit.PIECE) != Unit.KG) {
            throw new CheckoutRefusal(Refusal.SOLD_BY_WEIGHT, item.name());
        }
        if (item.unit() == Unit.PIECE && said.orElse(Unit.PIECE) != Unit.PIECE) {
            throw new CheckoutRefusal(Refusal.SOLD_BY_PIECE, item.name());
        }
        if (quantity.thousandths() <= 0 || quantity.thousandths() > QUANTITY.thousandths()) {
            throw new CheckoutRefusal(Refusal.QUANTITY_OUT_OF_RANGE, QUANTITY, quantity);
        }
        if (item.unit() == Unit.PIECE && !quantity.isWhole()) {
            throw new CheckoutRefusal(Refusal.PIECES_ARE_WHOLE, item.name(), quantity);
        }
    }

    /** Goods come back as they are sold: whole pieces, or a weight. */
    static void returned(Line sold, Quantity quantity) throws CheckoutRefusal {
        if (quantity.thousandths() <= 0) {
            throw new CheckoutRefusal(Refusal.QUANTITY_OUT_OF_RANGE, sold.quantity(), quantity);
        }
        if (sold.unit() == Unit.PIECE && !quantity.isWhole()) {
            throw new CheckoutRefusal(Refusal.PIECES_ARE_WHOLE, sold.name(), quantity);
        }
    }

    /** Money that moved left a trace that others can find. */
    static void reference(Optional<String> reference) throws CheckoutRefusal {
        if (reference
                .filter(given -> given.isBlank() || given.length() > REFERENCE)
                .isPresent()) {
            throw new CheckoutRefusal(Refusal.REFERENCE_MISSING, REFERENCE);
        }
    }

    /** @param owed to the customer, positive */
    static void refund(Money paidOut, Money owed) throws CheckoutRefusal {
        if (paidOut.signum() <= 0 || paidOut.compareTo(owed) > 0) {
            throw new CheckoutRefusal(Refusal.REFUND_OUT_OF_RANGE, owed, paidOut);
        }
    }

    static void moved(Money amount) throws CheckoutRefusal {
        if (amount.signum() <= 0 || amount.minor() > PRICE) {
            throw new CheckoutRefusal(Refusal.CASH_OUT_OF_RANGE, Money.of(PRICE, amount.currency()), amount);
        }
    }

    /** The pieces, where there are some, are what the total says. */
    static void counted(CashDesk.Counted counted) throws CheckoutRefusal {
        Money total = counted.total();
        if (total.signum() < 0 || total.minor() > PRICE) {
            throw new CheckoutRefusal(Refusal.CASH_OUT_OF_RANGE, Money.of(PRICE, total.currency()), total);
        }
        BigDecimal sum = counted.pieces().entrySet().stream()
                .map(each -> BigDecimal.valueOf(each.getKey()).multiply(BigDecimal.valueOf(each.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean sound =
                counted.pieces().entrySet().stream().allMatch(each -> each.getKey() > 0 && each.getValue() >= 0);
        if (!counted.pieces().isEmpty() && (!sound || sum.compareTo(BigDecimal.valueOf(total.minor())) != 0)) {
            throw new CheckoutRefusal(Refusal.PIECES_DIFFER, total);
        }
    }

    /** A voucher pays all of itself or nothing: what is left of it is not given back. */
    static void voucher(Voucher voucher, Money due, LocalDate today) throws CheckoutRefusal {
        if (voucher.paid().isPresent()) {
            throw new CheckoutRefusal(Refusal.VOUCHER_USED, voucher.code());
        }
        if (voucher.until().filter(today::isAfter).isPresent()) {
            throw new CheckoutRefusal(
                    Refusal.VOUCHER_EXPIRED, voucher.code(), voucher.until().get());
        }
        if (voucher.amount().compareTo(due) > 0) {
            throw new CheckoutRefusal(Refusal.VOUCHER_OUT_OF_RANGE, due, voucher.amount());
        }
    }

    /** A card pays no more than is due: nothing is given back on it. */
    static void card(Money amount, Money due) throws CheckoutRefusal {
        if (amount.signum() <= 0 || amount.compareTo(due) > 0) {
            throw new CheckoutRefusal(Refusal.CARD_OUT_OF_RANGE, due, amount);
        }
    }

    static void currency(Money money, Currency stores) throws CheckoutRefusal {
        if (!money.currency().equals(stores)) {
            throw new CheckoutRefusal(Refusal.WRONG_CURRENCY, stores, money.currency());
        }
    }

    static void price(Money price) throws CheckoutRefusal {
        if (price.signum() < 0 || price.minor() > PRICE) {
            throw new CheckoutRefusal(Refusal.PRICE_OUT_OF_RANGE, Money.of(PRICE, price.currency()), price);
        }
    }

    static void total(Money total) throws CheckoutRefusal {
        if (total.minor() > TOTAL) {
            throw new CheckoutRefusal(Refusal.AMOUNT_TOO_LARGE, Money.of(TOTAL, total.currency()));
        }
    }

    /** @param base what it is taken off */
    static void discount(Money off, Money base) throws CheckoutRefusal {
        if (off.signum() <= 0 || off.compareTo(base) > 0) {
            throw new CheckoutRefusal(Refusal.DISCOUNT_OUT_OF_RANGE, base, off);
        }
    }

    static void percent(BigDecimal percent) throws CheckoutRefusal {
        if (percent.signum() <= 0
                || percent.compareTo(HUNDRED) > 0
                || percent.stripTrailingZeros().scale() > 3) {
            throw new CheckoutRefusal(Refusal.PERCENT_OUT_OF_RANGE, percent.toPlainString());
        }
    }

    /** @param due what is still to be paid; nothing may be handed over only where nothing is */
    static void cash(Money handedOver, Money due) throws CheckoutRefusal {
        long most = Math.max(0, due.minor()) + CASH_OVER;
        long least = due.signum() > 0 ? 1 : 0;
        if (handedOver.minor() < least || handedOver.minor() > most) {
            throw new CheckoutRefusal(Refusal.CASH_OUT_OF_RANGE, Money.of(most, due.currency()), handedOver);
        }
    }
}
