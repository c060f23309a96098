package org.sekisho.checkout.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.store.TaxSettings;
import org.sekisho.store.TaxSettings.Scheme;
import org.sekisho.store.TaxSettings.Scope;

class TaxSchemeTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final TaxedAmount COFFEE = new TaxedAmount(TaxCode.STANDARD, TaxRate.ofPercent("19"), true, 199);

    @Test
    void japanDoesNotRoundPerLine() {
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(() -> TaxScheme.of(settings(Scheme.JP, Scope.LINE)))
                .withMessageContaining("once per rate and receipt");
    }

    @Test
    void europeRoundsPerDocumentOrPerLine() throws CheckoutRefusal {
        // 1.99 holds 0.3177 of tax; three of them 0.9532 together
        assertThat(tax(Scope.RECEIPT)).isEqualTo(95);
        assertThat(tax(Scope.LINE)).isEqualTo(96);
    }

    private static long tax(Scope scope) throws CheckoutRefusal {
        return TaxScheme.of(settings(Scheme.EU, scope))
                .reckon(List.of(COFFEE, COFFEE, COFFEE), EURO)
                .get(0)
                .tax()
                .minor();
    }

    private static TaxSettings settings(Scheme scheme, Scope scope) {
        return new TaxSettings(scheme, true, RoundingMode.HALF_UP, scope, Map.of());
    }
}
