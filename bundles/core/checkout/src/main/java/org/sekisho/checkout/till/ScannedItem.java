package org.sekisho.checkout.till;

import java.time.LocalDate;
import java.util.Optional;
import org.sekisho.api.model.Item;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.Unit;
import org.sekisho.catalogue.CodeFault;
import org.sekisho.catalogue.Finding;
import org.sekisho.catalogue.Finding.Found;
import org.sekisho.catalogue.Finding.Missed;
import org.sekisho.catalogue.Label;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.sale.PlainText;

/**
 * An item and how much of it, by what the operator said and what the code says. A weight in the code is the quantity; a price in the
 * code makes it one pack at that price, whatever the item's own unit.
 *
 * @param unit what the quantity was said in; empty for a bare scan
 */
record ScannedItem(Item item, Quantity quantity, Optional<Unit> unit, Label label) {

    static ScannedItem of(String code, Finding finding, Quantity quantity, Optional<Unit> unit, LocalDate businessDate)
            throws CheckoutRefusal {
        if (finding instanceof Missed missed) {
            throw new CheckoutRefusal(refusal(missed.fault()), PlainText.of(code), businessDate);
        }
        Item item = ((Found) finding).item();
        Label label = ((Found) finding).label();
        Optional<LocalDate> lastDay = label.lastDay();
        if (lastDay.isPresent() && lastDay.get().isBefore(businessDate)) {
            throw new CheckoutRefusal(Refusal.EXPIRED, item.name(), lastDay.get());
        }
        if (label.price().isPresent()) {
            return new ScannedItem(pack(item, label.price().get()), quantity, unit, label);
        }
        if (label.weight().isEmpty()) {
            return new ScannedItem(item, quantity, unit, label);
        }
        if (unit.isPresent() || !quantity.equals(Quantity.ONE)) {
            throw new CheckoutRefusal(
                    Refusal.WEIGHT_IN_CODE, item.name(), label.weight().get());
        }
        return new ScannedItem(item, label.weight().get(), Optional.of(Unit.KG), label);
    }

    private static Item pack(Item item, Money price) {
        return new Item(
                item.code(),
                item.name(),
                item.nameEn(),
                price,
                item.taxCode(),
                Unit.PIECE,
                item.department(),
                item.taxIncluded());
    }

    private static Refusal refusal(CodeFault fault) {
        return switch (fault) {
            case UNKNOWN -> Refusal.UNKNOWN_CODE;
            case NO_PRICE -> Refusal.NO_PRICE_TODAY;
            case CHECK_DIGIT_WRONG -> Refusal.WRONG_CHECK_DIGIT;
            case VALUE_CHECK_DIGIT_WRONG -> Refusal.WRONG_VALUE_CHECK_DIGIT;
            case ELEMENTS_UNREADABLE -> Refusal.UNREADABLE_CODE;
        };
    }
}
