package org.sekisho.receipts.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.CustomerPoints;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.ReturnOf;
import org.sekisho.api.model.SaleKind;
import org.sekisho.api.model.TenderType;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.ReceiptMark;
import org.sekisho.receipts.Sale;
import org.sekisho.receipts.Shop;

/** Golden texts of the simplified qualified invoice. */
class JapaneseReceiptTest {

    private static final ClosedSale BASKET = Sale.inclusive("JPY")
            .line("おにぎり 紅鮭", "Rice ball, salmon", "reduced", "8", "1", Unit.PIECE, 138)
            .line("バナナ フィリピン産", "Bananas", "reduced", "8", "0.35", Unit.KG, 298)
            .line("緑茶 500ml", "Green tea 500 ml", "reduced", "8", "3", Unit.PIECE, 128, 20, true)
            .line("食器用洗剤", "Dish soap", "standard", "10", "1", Unit.PIECE, 1180)
            .line("切手", "Stamp", "exempt", "0", "1", Unit.PIECE, 84)
            .discount("会員割引", 100)
            .tax("reduced", "8", 532, 42)
            .tax("standard", "10", 1016, 101)
            .tax("exempt", "0", 79, 0)
            .tender(TenderType.CASH, 2000)
            .closed();

    @Test
    void wholeReceipt() throws Exception {
        assertThat(text(BASKET, Locale.JAPANESE, false, 48)).isEqualTo("""
                              せきしょ青果 神田店
                            登録番号 T7000012050002

                2026年11月22日(日) 17:04            No. 1-000123
                店 S1  レジ 1                        担当 tanaka
                ------------------------------------------------
                おにぎり 紅鮭 ※                            ¥138
                バナナ フィリピン産 ※
                  0.35kg × ¥298                            ¥104
                緑茶 500ml ※
                  3個 × ¥128                               ¥384
                  値引                                      -¥20
                食器用洗剤                                ¥1,180
                切手                                         ¥84
                ------------------------------------------------
                小計 (7点)                                ¥1,870
                会員割引                                   -¥100
                合計                                      ¥1,770
                                  10%対象 ¥1,117 (内消費税 ¥101)
                                   8%対象   ¥574 (内消費税  ¥42)
                                                  非課税対象 ¥79

                お預り (現金)                             ¥2,000
                お釣り                                      ¥230
                ------------------------------------------------
                ※は軽減税率対象

                            毎度ありがとうございます
                """);
    }

    @Test
    void itsEnglishTwinMarkedAsReprint() throws Exception {
        assertThat(text(BASKET, Locale.ENGLISH, true, 42)).isEqualTo("""
                           せきしょ青果 神田店
                     Registration No. T7000012050002

                                 REPRINT
                2026-11-22 17:04          Receipt 1-000123
                Store S1  Lane 1           Operator tanaka
                ------------------------------------------
                Rice ball, salmon ※                  ¥138
                Bananas ※
                  0.35 kg x ¥298                      ¥104
                Green tea 500 ml ※
                  3 x ¥128                            ¥384
                  Discount                            -¥20
                Dish soap                           ¥1,180
                Stamp                                  ¥84
                ------------------------------------------
                Subtotal (7 items)                  ¥1,870
                会員割引                             -¥100
                Total                               ¥1,770
                               10% total ¥1,117 (tax ¥101)
                                8% total   ¥574 (tax  ¥42)
                                            Tax-exempt ¥79

                Received (Cash)                     ¥2,000
                Change                                ¥230
                ------------------------------------------
                ※ reduced tax rate

                      Thank you for shopping with us
                """);
    }

    @Test
    void aCopySaysWhichOneItIs() throws Exception {
        ReceiptComposer tokyo = new ReceiptComposer(Shop.inTokyo(Locale.JAPANESE));
        ReceiptMark second = ReceiptMark.copy(2, Optional.empty());
        assertThat(tokyo.plainText(tokyo.compose(BASKET, second), 32)).contains("            再発行 2\n");
        ReceiptComposer english = new ReceiptComposer(Shop.inTokyo(Locale.ENGLISH));
        assertThat(english.plainText(english.compose(BASKET, second), 32)).contains("             COPY 2\n");
    }

    @Test
    void aCopyOfWhatWasTakenBackSaysSo() throws Exception {
        ReceiptComposer tokyo = new ReceiptComposer(Shop.inTokyo(Locale.JAPANESE));
        ReceiptMark copy = ReceiptMark.copy(1, Optional.of(new ReceiptNumber("1", 124)));
        assertThat(tokyo.plainText(tokyo.compose(BASKET, copy), 32)).contains("再発行 1", "取消済 (1-000124)");
    }

    @Test
    void takingAReceiptBackNamesIt() throws Exception {
        assertThat(text(takingBack(BASKET), Locale.JAPANESE, false, 32))
                .contains("             取消\n", "取消したレシート 1-000123")
                .doesNotContain("返品");
        assertThat(text(takingBack(BASKET), Locale.ENGLISH, false, 32))
                .contains("              VOID\n", "of receipt 1-000123")
                .doesNotContain("RETURN");
    }

    private static ClosedSale takingBack(ClosedSale sale) {
        return new ClosedSale(
                sale.id(),
                new ReceiptNumber("1", 124),
                sale.store(),
                sale.lane(),
                sale.operator(),
                sale.time(),
                sale.businessDate(),
                SaleKind.RETURN,
                sale.currency(),
                sale.lines(),
                List.of(new ReturnOf(1, sale.receiptNumber(), 1)),
                sale.lineDiscounts(),
                sale.discounts(),
                sale.taxes(),
                sale.total(),
                sale.tenders(),
                sale.change(),
                sale.cashRounding(),
                Optional.of(sale.receiptNumber()),
                List.of(new CustomerPoints("C-7KQ2M9XA", 0, 17, 1_200)));
    }

    @Test
    void aCustomerSeesWhatBecameOfTheirPoints() throws Exception {
        assertThat(text(takingBack(BASKET), Locale.JAPANESE, false, 32))
                .contains("お客様番号 C-7KQ2M9XA\n", "  減算ポイント               -17\n", "  ポイント残高             1,200\n")
                .doesNotContain("今回ポイント");
        assertThat(text(takingBack(BASKET), Locale.ENGLISH, false, 32))
                .contains(
                        "Customer C-7KQ2M9XA\n",
                        "  Points taken back          -17\n",
                        "  Points now               1,200\n");
    }

    @Test
    void repeatSaysSo() throws Exception {
        assertThat(text(BASKET, Locale.JAPANESE, true, 32)).contains("             再発行\n");
        assertThat(text(BASKET, Locale.JAPANESE, false, 32)).doesNotContain("再発行");
    }

    @Test
    void narrowPaperWrapsAndStillAddsUp() throws Exception {
        assertThat(text(BASKET, Locale.JAPANESE, false, 32))
                .contains("2026年11月22日(日) 17:04\n                    No. 1-000123\n")
                .contains("  10%対象 ¥1,117 (内消費税 ¥101)\n   8%対象   ¥574 (内消費税  ¥42)\n");
    }

    @Test
    void pricesWithoutTaxShowTheTaxBeforeTheTotal() throws Exception {
        ClosedSale sale = Sale.exclusive("JPY")
                .line("洗剤", "", "standard", "10", "1", Unit.PIECE, 1000)
                .line("牛乳", "", "reduced", "8", "1", Unit.PIECE, 200)
                .tax("reduced", "8", 200, 16)
                .tax("standard", "10", 1000, 100)
                .tender(TenderType.CASH, 1316)
                .closed();
        assertThat(text(sale, Locale.JAPANESE, false, 32)).contains("""
                小計 (2点)                ¥1,200
                外税 10% (対象 ¥1,000)      ¥100
                外税 8% (対象 ¥200)          ¥16
                合計                      ¥1,316
                  10%対象 ¥1,100 (内消費税 ¥100)
                   8%対象   ¥216 (内消費税  ¥16)

                お預り (現金)             ¥1,316
                --------------------------------
                """).doesNotContain("お釣り");
    }

    @Test
    void mixedPricesShowWhatTaxAdds() throws Exception {
        ClosedSale sale = Sale.inclusive("JPY")
                .line("洗剤", "", "standard", "10", "1", Unit.PIECE, 1100)
                .line("電池", "", "standard", "10", "1", Unit.PIECE, 500, 0, false)
                .tax("standard", "10", 1500, 150)
                .tender(TenderType.CASH, 1650)
                .closed();
        assertThat(text(sale, Locale.JAPANESE, false, 32)).contains("""
                小計 (2点)                ¥1,600
                外税                         ¥50
                合計                      ¥1,650
                """);
    }

    @Test
    void withoutReducedGoodsThereIsNoFootnote() throws Exception {
        ClosedSale sale = Sale.inclusive("JPY")
                .line("洗剤", "", "standard", "10", "1", Unit.PIECE, 1080)
                .tax("standard", "10", 982, 98)
                .tender(TenderType.CASH, 1080)
                .closed();
        assertThat(text(sale, Locale.JAPANESE, false, 48))
                .contains("10%対象 ¥1,080 (内消費税 ¥98)")
                .doesNotContain("※");
    }

    @Test
    void returnSaysSoAndPaysOut() throws Exception {
        ClosedSale sale = Sale.inclusive("JPY")
                .line("洗剤", "", "standard", "10", "-1", Unit.PIECE, 1080)
                .tax("standard", "10", -982, -98)
                .tender(TenderType.CASH, -1080)
                .closed(SaleKind.RETURN);
        assertThat(text(sale, Locale.JAPANESE, false, 32)).contains("返品", "合計                     -¥1,080", """
                ご返金 (現金)             ¥1,080
                """);
    }

    @Test
    void priceRuleSaysWhyAndTheCashiersDiscountStandsBesideIt() throws Exception {
        ClosedSale sale = Sale.inclusive("JPY")
                .line("おにぎり 紅鮭", "", "reduced", "8", "3", Unit.PIECE, 138, 60, true)
                .rule("3個で50円引", 50)
                .line("おにぎり 梅", "", "reduced", "8", "3", Unit.PIECE, 128, 50, true)
                .rule("3個で50円引", 50)
                .tax("reduced", "8", 638, 50)
                .tender(TenderType.CASH, 688)
                .closed();
        assertThat(text(sale, Locale.JAPANESE, false, 32)).contains("""
                おにぎり 紅鮭 ※
                  3個 × ¥138               ¥414
                  3個で50円引               -¥50
                  値引                      -¥10
                おにぎり 梅 ※
                  3個 × ¥128               ¥384
                  3個で50円引               -¥50
                --------------------------------
                """);
    }

    @Test
    void splitTendersAreNamed() throws Exception {
        ClosedSale sale = Sale.inclusive("JPY")
                .line("洗剤", "", "standard", "10", "1", Unit.PIECE, 1080)
                .tax("standard", "10", 982, 98)
                .tender(TenderType.VOUCHER, 500)
                .tender(TenderType.CARD, 580)
                .closed();
        assertThat(text(sale, Locale.JAPANESE, false, 32)).contains("""
                お預り (商品券)             ¥500
                お預り (カード)             ¥580
                """);
    }

    static String text(ClosedSale sale, Locale language, boolean repeat, int columns) throws Exception {
        ReceiptComposer receipts = new ReceiptComposer(Shop.inTokyo(language));
        return receipts.plainText(receipts.compose(sale, repeat), columns);
    }
}
