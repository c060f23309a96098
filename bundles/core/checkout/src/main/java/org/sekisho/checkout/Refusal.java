package org.sekisho.checkout;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.sekisho.checkout.CheckoutRefusal.Kind;

/** Everything the till says no to. The sentences stand in {@code refusals.properties}, one for each constant. */
public enum Refusal {
    UNKNOWN_CODE(Kind.INPUT),
    WRONG_CHECK_DIGIT(Kind.INPUT),
    WRONG_VALUE_CHECK_DIGIT(Kind.INPUT),
    UNREADABLE_CODE(Kind.INPUT),
    WEIGHT_IN_CODE(Kind.INPUT),
    PIECES_ARE_WHOLE(Kind.INPUT),
    SOLD_BY_WEIGHT(Kind.INPUT),
    SOLD_BY_PIECE(Kind.INPUT),
    QUANTITY_OUT_OF_RANGE(Kind.INPUT),
    PRICE_OUT_OF_RANGE(Kind.INPUT),
    AMOUNT_TOO_LARGE(Kind.INPUT),
    NO_SUCH_LINE(Kind.INPUT),
    NO_LINES(Kind.INPUT),
    TOO_MANY_LINES(Kind.INPUT),
    PERCENT_OUT_OF_RANGE(Kind.INPUT),
    DISCOUNT_OUT_OF_RANGE(Kind.INPUT),
    CASH_OUT_OF_RANGE(Kind.INPUT),
    STILL_DUE(Kind.INPUT),
    SALE_IS_OVER(Kind.INPUT),
    REASON_MISSING(Kind.INPUT),
    UNKNOWN_TAX_CODE(Kind.INPUT),
    WRONG_CURRENCY(Kind.INPUT),
    EXPIRED(Kind.NOT_PERMITTED),
    NO_PRICE_TODAY(Kind.NOT_PERMITTED),
    NO_SUCH_RECEIPT(Kind.INPUT),
    NOT_ON_RECEIPT(Kind.INPUT),
    RETURNED_ALREADY(Kind.NOT_PERMITTED),
    RETURNED_MEANWHILE(Kind.NOT_PERMITTED),
    REFUND_OUT_OF_RANGE(Kind.INPUT),
    CARD_OUT_OF_RANGE(Kind.NOT_PERMITTED),
    CARD_DECLINED(Kind.NOT_PERMITTED),
    CARD_TERMINAL_FAILED(Kind.NOT_PERMITTED),
    CARD_REFUND_OUT_OF_RANGE(Kind.NOT_PERMITTED),
    PAYMENT_UNKNOWN(Kind.NOT_PERMITTED),
    PAYMENTS_OPEN(Kind.NOT_PERMITTED),
    NO_SUCH_PAYMENT(Kind.INPUT),
    SUSPEND_AFTER_CARD(Kind.NOT_PERMITTED),
    REFERENCE_MISSING(Kind.INPUT),
    NO_SUCH_VOUCHER(Kind.INPUT),
    VOUCHER_USED(Kind.NOT_PERMITTED),
    VOUCHER_EXPIRED(Kind.NOT_PERMITTED),
    VOUCHER_OUT_OF_RANGE(Kind.NOT_PERMITTED),
    VOUCHER_CODE_UNFIT(Kind.INPUT),
    NO_SUCH_CUSTOMER(Kind.INPUT),
    SHIFT_IS_OPEN(Kind.NOT_PERMITTED),
    NO_SHIFT(Kind.NOT_PERMITTED),
    SHIFT_NOT_COUNTED(Kind.NOT_PERMITTED),
    PIECES_DIFFER(Kind.INPUT),
    NOT_ALLOWED(Kind.NOT_PERMITTED),
    NEEDS_APPROVAL(Kind.NOT_PERMITTED),
    OWN_APPROVAL(Kind.NOT_PERMITTED),
    TAX_SCOPE_UNLAWFUL(Kind.NOT_PERMITTED),
    STORE_UNREADABLE(Kind.NOT_PERMITTED),
    SALE_IS_OPEN(Kind.NOT_PERMITTED),
    NOT_SUSPENDED(Kind.INPUT),
    SUSPENSION_EXPIRED(Kind.NOT_PERMITTED),
    PAID_ON_OTHER_LANE(Kind.NOT_PERMITTED),
    DAY_HAS_OPEN_SALE(Kind.NOT_PERMITTED),
    DAY_HAS_PAID_SALE(Kind.NOT_PERMITTED),
    DRAWER_FAILED(Kind.NOT_PERMITTED),
    COPY_NOT_PRINTED(Kind.NOT_PERMITTED),
    POST_VOID_ALONE(Kind.INPUT),
    POST_VOID_OTHER_DAY(Kind.NOT_PERMITTED),
    POST_VOID_RETURNED(Kind.NOT_PERMITTED),
    POST_VOID_NO_SALE(Kind.NOT_PERMITTED),
    POST_VOIDED(Kind.NOT_PERMITTED),
    RETURNS_APART(Kind.INPUT),
    NOT_IN_TRAINING(Kind.INPUT);

    private final Kind kind;

    Refusal(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    String sentence(Locale locale, List<Object> facts) {
        ResourceBundle sentences = ResourceBundle.getBundle(
                "org.sekisho.checkout.refusals",
                locale,
                Refusal.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(sentences.getString(name()), locale)
                .format(facts.stream().map(Object::toString).toArray());
    }
}
