package org.sekisho.catalogue.codes;

import java.util.Currency;
import java.util.Optional;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.catalogue.CodeFault;
import org.sekisho.catalogue.Gtin;
import org.sekisho.catalogue.Label;
import org.sekisho.store.InStoreCode;

/** The codes of one prefix. The catalogue has the item under the code whose value, and the value's check digit, are zeros. */
record InStore(InStoreCode layout, Currency currency) {

    private static final int DECIMALS_OF_QUANTITY = 3;

    /** Empty when it is a code of another prefix. */
    Optional<CodeReading> read(Gtin gtin) {
        String all = gtin.toString();
        String code = all.substring(all.length() - InStoreCode.LENGTH);
        boolean longer = all.charAt(0) != '0';
        return longer || !code.startsWith(layout.prefix()) ? Optional.empty() : Optional.of(split(code));
    }

    private CodeReading split(String code) {
        int itemEnds = layout.prefix().length() + layout.itemDigits();
        int valueBegins = itemEnds + (layout.valueCheckDigit() ? 1 : 0);
        String value = code.substring(valueBegins, valueBegins + layout.valueDigits());
        if (layout.valueCheckDigit() && ValueCheckDigit.of(value) != code.charAt(itemEnds) - '0') {
            return new CodeReading.Faulty(CodeFault.VALUE_CHECK_DIGIT_WRONG);
        }
        String zeros = "0".repeat(InStoreCode.LENGTH - 1 - itemEnds);
        return new CodeReading.Labelled(Gtin.completing(code.substring(0, itemEnds) + zeros), label(value));
    }

    private Label label(String value) {
        long number = Long.parseLong(value);
        return switch (layout.of()) {
            case WEIGHT -> Label.ofWeight(new Quantity(number * tenTo(DECIMALS_OF_QUANTITY - layout.decimals())));
            case PRICE ->
                Label.ofPrice(
                        Money.of(number * tenTo(currency.getDefaultFractionDigits() - layout.decimals()), currency));
        };
    }

    private static long tenTo(int power) {
        long result = 1;
        for (int i = 0; i < power; i++) {
            result *= 10;
        }
        return result;
    }
}
