package org.sekisho.receipts.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.TaxComponent;
import org.sekisho.api.model.TaxRate;
import org.sekisho.api.model.TenderType;
import org.sekisho.api.model.Unit;
import org.sekisho.receipts.Sale;
import org.sekisho.receipts.Shop;

class OtherCountriesTest {

    @Test
    void europeanTaxIsInsideThePrices() throws Exception {
        ClosedSale sale = Sale.inclusive("EUR")
                .line("Tea", "", "standard", "23", "2", Unit.PIECE, 615)
                .line("Bread", "", "zero", "0", "1", Unit.PIECE, 199)
                .tax("standard", "23", 1000, 230)
                .tax("zero", "0", 199, 0)
                .tender(TenderType.CASH, 2000)
                .closed();
        assertThat(text(Shop.inDublin(), sale)).contains("""
                2026-11-22 08:04        Receipt 1-000123
                """, """
                Tea
                  2 x €6.15                       €12.30
                Bread                              €1.99
                ----------------------------------------
                Subtotal (3 items)                €14.29
                Total                             €14.29
                Tax 23% on €10.00 net              €2.30
                Tax 0% on €1.99 net                €0.00

                Received (Cash)                   €20.00
                Change                             €5.71
                """);
    }

    @Test
    void americanTaxComesOnTopByJurisdiction() throws Exception {
        ClosedSale sale = Sale.exclusive("USD")
                .line("Mug", "", "standard", "8.25", "1", Unit.PIECE, 1000)
                .tax("standard", "8.25", 1000, 83, part("Texas", "6.25", 63), part("Austin", "2", 20))
                .tender(TenderType.CASH, 2000)
                .closed();
        assertThat(text(Shop.inAustin(), sale)).contains("""
                Subtotal (1 items)                $10.00
                Tax 8.25% on $10.00                $0.83
                  Texas 6.25%                      $0.63
                  Austin 2%                        $0.20
                Total                             $10.83

                """);
    }

    @Test
    void currenciesKeepTheirDigits() {
        Words words = new Words(Locale.ENGLISH);
        assertThat(words.amount(Money.of(1234, Currency.getInstance("KWD")))).isEqualTo("KWD 1.234");
        assertThat(words.amount(Money.of(-1234567, Currency.getInstance("EUR"))))
                .isEqualTo("-€12,345.67");
        assertThat(words.amount(Money.of(Long.MIN_VALUE, Currency.getInstance("JPY"))))
                .isEqualTo("-¥9,223,372,036,854,775,808");
    }

    private static TaxComponent part(String name, String rate, long tax) {
        return new TaxComponent(name, TaxRate.ofPercent(rate), Money.of(tax, Currency.getInstance("USD")));
    }

    private static String text(Shop shop, ClosedSale sale) throws Exception {
        ReceiptComposer receipts = new ReceiptComposer(shop);
        return receipts.plainText(receipts.compose(sale, false), 40);
    }
}
