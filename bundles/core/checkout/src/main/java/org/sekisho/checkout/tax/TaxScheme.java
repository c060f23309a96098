package org.sekisho.checkout.tax;

import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Refusal;
import org.sekisho.store.TaxSettings;

/** A law's way from the amounts of lines to the tax of a sale: pure, and the same for screen, receipt and report. */
public interface TaxScheme {

    /**
     * One total per tax code and rate, the higher rate first; net + tax = gross in each, and what is due is the sum of gross.
     *
     * @param lines after every discount; their order does not matter
     */
    List<TaxTotal> reckon(List<TaxedAmount> lines, Currency currency);

    /** How it rounds, as the journal keeps it with a sale: {@code floor}, {@code half-up per line}. */
    String word();

    /** The scheme of that word; empty where there is none. */
    static Optional<TaxScheme> ofWord(String word) {
        return Stream.of(RoundingMode.FLOOR, RoundingMode.HALF_UP, RoundingMode.CEILING)
                .map(Rounding::of)
                .flatMap(rounding -> Stream.<TaxScheme>of(new OncePerRate(rounding), new OncePerLine(rounding)))
                .filter(scheme -> scheme.word().equals(word))
                .findFirst();
    }

    /** @throws CheckoutRefusal when the settings ask for what the law or this version does not know */
    static TaxScheme of(TaxSettings settings) throws CheckoutRefusal {
        Rounding rounding = Rounding.of(settings.rounding());
        boolean perLine = settings.scope() == TaxSettings.Scope.LINE;
        switch (settings.scheme()) {
            case JP -> {
                if (perLine) {
                    throw new CheckoutRefusal(Refusal.TAX_SCOPE_UNLAWFUL);
                }
                return new OncePerRate(rounding);
            }
            default -> {
                return perLine ? new OncePerLine(rounding) : new OncePerRate(rounding);
            }
        }
    }
}
