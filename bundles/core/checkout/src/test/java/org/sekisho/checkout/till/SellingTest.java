package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sekisho.checkout.till.Shelf.APPLES;
import static org.sekisho.checkout.till.Shelf.BAG_WITHOUT_TAX;
import static org.sekisho.checkout.till.Shelf.FRESH_PEN;
import static org.sekisho.checkout.till.Shelf.NOT_YET;
import static org.sekisho.checkout.till.Shelf.ONIGIRI;
import static org.sekisho.checkout.till.Shelf.PEN;
import static org.sekisho.checkout.till.Shelf.PRICED_APPLES;
import static org.sekisho.checkout.till.Shelf.STALE_PEN;
import static org.sekisho.checkout.till.Shelf.STAMPS;
import static org.sekisho.checkout.till.Shelf.WEIGHED_APPLES;
import static org.sekisho.checkout.till.Shelf.WEIGHED_PEN;
import static org.sekisho.checkout.till.Shop.CASHIER;
import static org.sekisho.checkout.till.Shop.MANAGER;
import static org.sekisho.checkout.till.Shop.SUPERVISOR;
import static org.sekisho.checkout.till.Shop.pieces;
import static org.sekisho.checkout.till.Shop.scan;
import static org.sekisho.checkout.till.Shop.weigh;
import static org.sekisho.checkout.till.Shop.yen;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxRate;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleJson;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Role;
import org.sekisho.journal.Entry;
import org.sekisho.journal.Verification;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.RateSchedule;
import org.sekisho.store.TaxSettings;

class SellingTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void aSaleIsRightToTheYen() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        pieces(sale, 3, ONIGIRI);
        weigh(sale, "1.25", APPLES);
        scan(sale, PEN);
        scan(sale, BAG_WITHOUT_TAX);
        scan(sale, STAMPS);
        assertThat(sale.tenderCash(yen(1_000))).isEmpty();
        assertThat(sale.totals().due()).isEqualTo(yen(496));
        ClosedSale closed = sale.tenderCash(yen(1_000)).orElseThrow();

        // 8%: 384 + 747.5 (half up: 748) = 1132, holds 83.85; 10%: 165 + 105 + 10.5 = 280, holds 25.45; stamps 84
        assertThat(closed.lines().stream().map(line -> line.amount().minor()))
                .containsExactly(384L, 748L, 165L, 105L, 84L);
        assertThat(closed.taxes().stream()
                        .map(t -> t.code() + " " + t.net().minor() + "+"
                                + t.tax().minor() + "=" + t.gross().minor()))
                .containsExactly("standard 255+25=280", "reduced 1049+83=1132", "exempt 84+0=84");
        assertThat(closed.total()).isEqualTo(yen(1_496));
        assertThat(closed.change()).isEqualTo(yen(504));
        assertThat(closed.tenders()).hasSize(2);
        assertThat(closed.operator()).isEqualTo("hanako");
        assertThat(closed.id()).isEqualTo(sale.id());
        assertThat(closed.id().version()).isEqualTo(7);
    }

    @Test
    void aClosedSaleIsInTheJournalAndFoundByItsNumber() throws Exception {
        ClosedSale closed = shop.sell(ONIGIRI, PEN);
        assertThat(shop.till.find(closed.receiptNumber())).contains(closed);
        assertThat(shop.till.find(new ReceiptNumber("1", 2))).isEmpty();
        Entry entry = shop.entries("SaleClosed").get(0);
        assertThat(SaleJson.read(entry.payload())).isEqualTo(closed);
        assertThat(entry.payload().get("total").getAsLong()).isEqualTo(293);
    }

    @Test
    void receiptNumbersHaveNoGaps() throws Exception {
        shop.sell(PEN);
        OpenSale abandoned = shop.begin(CASHIER);
        scan(abandoned, PEN);
        abandoned.abandon("customer left");
        shop.database.next = FaultyDatabase.Fault.BEFORE_COMMIT;
        OpenSale full = shop.begin(CASHIER);
        scan(full, PEN);
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> full.tenderCash(yen(165)));
        assertThat(shop.sell(PEN).receiptNumber()).hasToString("1-000002");
        assertThat(full.tenderCash(yen(165)).orElseThrow().receiptNumber()).hasToString("1-000003");
    }

    @Test
    void closingCostsOneCommit() throws Exception {
        shop.till.makeReady();
        OpenSale sale = shop.begin(SUPERVISOR);
        int before = shop.database.commits;
        scan(sale, PEN);
        scan(sale, ONIGIRI);
        sale.voidLine(1);
        sale.discountLine(2, yen(8));
        assertThat(shop.database.commits).isEqualTo(before);
        shop.steps();
        sale.tenderCash(yen(200));
        assertThat(shop.database.commits).isEqualTo(before + 1);
    }

    @Test
    void aSaleThatClosedUnheardIsFoundAndNotMadeTwice() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        shop.database.next = FaultyDatabase.Fault.AFTER_COMMIT;
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> sale.tenderCash(yen(200)));
        ClosedSale closed = sale.tenderCash(yen(200)).orElseThrow();
        assertThat(closed.receiptNumber()).hasToString("1-000001");
        assertThat(closed.tenders()).hasSize(1);
        assertThat(shop.entries("SaleClosed")).hasSize(1);
        shop.settle();
        assertThat(shop.printer.done).containsExactly("1-000001");
        assertThatExceptionOfType(CheckoutRefusal.class).isThrownBy(() -> scan(sale, PEN));
    }

    @Test
    void voidedLinesAreLeftOutAndKeepTheirNumber() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        scan(sale, ONIGIRI);
        sale.voidLine(1);
        scan(sale, STAMPS);
        ClosedSale closed = sale.tenderCash(yen(500)).orElseThrow();
        assertThat(closed.lines().stream().map(Line::number)).containsExactly(2, 3);
        Entry voided = shop.entries("LineVoided").get(0);
        assertThat(voided.payload().get("operator").getAsString()).isEqualTo("hanako");
        assertThat(voided.payload().get("line").getAsInt()).isEqualTo(1);
        assertThat(voided.payload().get("amount").getAsLong()).isEqualTo(165);
        assertThat(voided.payload().get("saleId").getAsString())
                .isEqualTo(closed.id().toString());
        assertThat(voided.seq()).isLessThan(shop.entries("SaleClosed").get(0).seq());
    }

    @Test
    void discountsAreTakenOffBeforeTax() throws Exception {
        OpenSale sale = shop.begin(SUPERVISOR);
        pieces(sale, 4, ONIGIRI); // 512
        pieces(sale, 2, PEN); // 330
        sale.discountLine(1, BigDecimal.TEN); // 51.2: 51
        sale.discountLine(2, yen(30)); // leaves 461 and 300
        sale.discountBasket(BigDecimal.valueOf(5)); // 38.05: 38, of it 23.02 for 8% and 14.98 for 10%
        sale.discountBasket(yen(23)); // of 723: 13.93 and 9.07
        ClosedSale closed = sale.tenderCash(yen(700)).orElseThrow();
        assertThat(closed.discounts().stream()
                        .map(d -> d.reason() + "/" + d.amount().minor()))
                .containsExactly("5%/38", "/23");
        assertThat(closed.lines().stream().map(line -> line.amount().minor())).containsExactly(461L, 300L);
        // 61 together: 36.95 and 24.05
        assertThat(closed.taxes().stream().map(t -> t.gross().minor())).containsExactly(276L, 424L);
        assertThat(closed.total()).isEqualTo(yen(700));
        assertThat(closed.change()).isEqualTo(yen(0));
        assertThat(shop.entries("Discounted")).hasSize(4);
    }

    @Test
    void basketDiscountShrinksWithWhatIsLeft() throws Exception {
        OpenSale sale = shop.begin(MANAGER);
        scan(sale, PEN);
        scan(sale, STAMPS);
        sale.discountBasket(yen(200));
        sale.voidLine(1);
        assertThat(sale.totals().total()).isEqualTo(yen(0));
        assertThat(sale.totals().discounts().get(0).amount()).isEqualTo(yen(84));
        ClosedSale closed = sale.end();
        assertThat(closed.tenders()).isEmpty();
        assertThat(closed.total()).isEqualTo(yen(0));
    }

    @Test
    void overriddenPriceIsOnRecord() throws Exception {
        OpenSale sale = shop.begin(SUPERVISOR);
        sale.add(PEN, Quantity.pieces(2), Optional.empty(), Optional.of(yen(100)));
        ClosedSale closed = sale.tenderCash(yen(200)).orElseThrow();
        assertThat(closed.lines().get(0).unitPrice()).isEqualTo(yen(100));
        Entry overridden = shop.entries("PriceOverridden").get(0);
        assertThat(overridden.payload().get("from").getAsLong()).isEqualTo(165);
        assertThat(overridden.payload().get("to").getAsLong()).isEqualTo(100);
    }

    @Test
    void overpaidAfterAVoidIsGivenBackAtTheEnd() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        scan(sale, ONIGIRI);
        assertThat(sale.tenderCash(yen(200))).isEmpty();
        sale.voidLine(1);
        assertThat(sale.totals().due()).isEqualTo(yen(-72));
        assertThat(sale.end().change()).isEqualTo(yen(72));
    }

    @Test
    void abandonedSaleWithLinesIsOnRecordAndOneWithoutLeavesNoTrace() throws Exception {
        shop.begin(CASHIER).abandon("nothing was there");
        assertThat(shop.entries()).isEmpty();
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        scan(sale, PEN);
        sale.voidLine(1);
        sale.tenderCash(yen(100));
        sale.abandon("wrong line 3");
        assertThat(shop.types()).containsExactly("LineVoided", "SaleVoided");
        Entry voided = shop.entries("SaleVoided").get(0);
        assertThat(voided.payload().get("tendered").getAsLong()).isEqualTo(100);
        assertThat(voided.payload().get("reason").getAsString()).isEqualTo("wrong line 3");
        sale.abandon("twice");
        assertThat(shop.types()).hasSize(2);
        assertRefused(Refusal.SALE_IS_OVER, () -> sale.tenderCash(yen(65)));
    }

    @Test
    void businessDateIsThatOfTheClose() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        shop.clock.advance(Duration.ofHours(23));
        ClosedSale closed = sale.tenderCash(yen(165)).orElseThrow();
        assertThat(closed.businessDate()).hasToString("2026-04-02");
        assertThat(shop.entries("SaleClosed")
                        .get(0)
                        .payload()
                        .get("businessDate")
                        .getAsString())
                .isEqualTo("2026-04-02");
    }

    @Test
    void taxRateIsThatOfTheDayOfTheClose() throws Exception {
        TaxSettings tax = new TaxSettings(
                TaxSettings.Scheme.JP,
                true,
                RoundingMode.FLOOR,
                TaxSettings.Scope.RECEIPT,
                Map.of(
                        TaxCode.STANDARD,
                        new RateSchedule(List.of(
                                new RateSchedule.Step(LocalDate.MIN, TaxRate.ofPercent("10"), List.of()),
                                new RateSchedule.Step(LocalDate.of(2026, 4, 2), TaxRate.ofPercent("12"), List.of())))));
        try (Shop other = new Shop(Shop.home(tax))) {
            OpenSale sale = other.begin(CASHIER);
            scan(sale, BAG_WITHOUT_TAX);
            assertThat(sale.totals().due()).isEqualTo(yen(115));
            other.clock.advance(Duration.ofDays(1));
            assertThat(sale.tenderCash(yen(115))).isEmpty();
            assertThat(sale.totals().due()).isEqualTo(yen(2));
            ClosedSale closed = sale.tenderCash(yen(2)).orElseThrow();
            assertThat(closed.lines().get(0).taxRate()).hasToString("12");
        }
    }

    @Test
    void aStoreThatReckonsUnlawfullyIsRefusedAtOnce() throws Exception {
        TaxSettings perLine =
                new TaxSettings(TaxSettings.Scheme.JP, false, RoundingMode.HALF_UP, TaxSettings.Scope.LINE, Map.of());
        try (Shop other = new Shop(Shop.home(perLine))) {
            assertRefused(Refusal.TAX_SCOPE_UNLAWFUL, () -> other.begin(CASHIER));
            assertThatExceptionOfType(StorageFault.class).isThrownBy(other.till::makeReady);
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedAndChangesNothing() throws Exception {
        OpenSale sale = shop.begin(SUPERVISOR);
        assertRefused(Refusal.NO_LINES, sale::end);
        assertRefused(Refusal.NO_LINES, () -> sale.tenderCash(yen(1)));
        assertRefused(Refusal.NO_LINES, () -> sale.discountBasket(yen(1)));
        scan(sale, PEN);
        assertRefused(Refusal.UNKNOWN_CODE, () -> scan(sale, "4901234567900"));
        assertRefused(Refusal.UNKNOWN_CODE, () -> scan(sale, "banana"));
        assertRefused(Refusal.WRONG_CHECK_DIGIT, () -> scan(sale, "4901234567895"));
        assertRefused(Refusal.NO_PRICE_TODAY, () -> scan(sale, NOT_YET));
        assertRefused(Refusal.UNKNOWN_TAX_CODE, () -> scan(sale, "odd"));
        assertRefused(Refusal.SOLD_BY_WEIGHT, () -> scan(sale, APPLES));
        assertRefused(Refusal.SOLD_BY_WEIGHT, () -> pieces(sale, 2, APPLES));
        assertRefused(Refusal.SOLD_BY_PIECE, () -> weigh(sale, "1", PEN));
        assertRefused(Refusal.QUANTITY_OUT_OF_RANGE, () -> pieces(sale, 0, PEN));
        assertRefused(Refusal.QUANTITY_OUT_OF_RANGE, () -> pieces(sale, -1, PEN));
        assertRefused(Refusal.QUANTITY_OUT_OF_RANGE, () -> pieces(sale, 100_000, PEN));
        assertRefused(
                Refusal.PIECES_ARE_WHOLE,
                () -> sale.add(PEN, Quantity.parse("1.5"), Optional.empty(), Optional.empty()));
        assertRefused(Refusal.NO_SUCH_LINE, () -> sale.voidLine(2));
        assertRefused(Refusal.DISCOUNT_OUT_OF_RANGE, () -> sale.discountLine(1, yen(166)));
        assertRefused(Refusal.DISCOUNT_OUT_OF_RANGE, () -> sale.discountLine(1, yen(0)));
        assertRefused(Refusal.DISCOUNT_OUT_OF_RANGE, () -> sale.discountBasket(yen(166)));
        for (String percent : List.of("0", "-1", "100.001", "0.0001")) {
            assertRefused(Refusal.PERCENT_OUT_OF_RANGE, () -> sale.discountBasket(new BigDecimal(percent)));
            assertRefused(Refusal.PERCENT_OUT_OF_RANGE, () -> sale.discountLine(1, new BigDecimal(percent)));
        }
        for (long cash : new long[] {0, -1, Long.MAX_VALUE, 4901234567894L, 49_012_347L}) {
            assertRefused(Refusal.CASH_OUT_OF_RANGE, () -> sale.tenderCash(yen(cash)));
        }
        assertRefused(Refusal.STILL_DUE, sale::end);
        assertThat(sale.totals().lines()).hasSize(1);
        assertThat(sale.totals().due()).isEqualTo(yen(165));
        assertThat(shop.entries()).isEmpty();
    }

    @Test
    void theWeightInACodeIsTheQuantity() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, WEIGHED_APPLES);
        Line line = sale.totals().lines().get(0);
        assertThat(line.quantity()).isEqualTo(Quantity.parse("1.25"));
        assertThat(line.unit()).isEqualTo(Unit.KG);
        assertThat(line.unitPrice()).isEqualTo(yen(598));
        assertThat(line.amount()).isEqualTo(yen(748)); // 747.5
    }

    @Test
    void aQuantityBesideAWeightInTheCodeIsRefused() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        assertRefused(Refusal.WEIGHT_IN_CODE, () -> pieces(sale, 3, WEIGHED_APPLES));
        assertRefused(Refusal.WEIGHT_IN_CODE, () -> pieces(sale, 1, WEIGHED_APPLES));
        assertRefused(Refusal.WEIGHT_IN_CODE, () -> weigh(sale, "0.5", WEIGHED_APPLES));
        assertRefused(Refusal.SOLD_BY_PIECE, () -> scan(sale, WEIGHED_PEN));
        assertThat(sale.totals().lines()).isEmpty();
    }

    @Test
    void aPriceInTheCodeMakesOnePackOfIt() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PRICED_APPLES);
        pieces(sale, 2, PRICED_APPLES);
        ClosedSale closed = sale.tenderCash(yen(3_750)).orElseThrow();
        assertThat(closed.lines()).allSatisfy(line -> {
            assertThat(line.unit()).isEqualTo(Unit.PIECE);
            assertThat(line.unitPrice()).isEqualTo(yen(1_250));
        });
        assertThat(closed.lines()).extracting(Line::amount).containsExactly(yen(1_250), yen(2_500));
        assertThat(shop.entries("PriceOverridden")).isEmpty();
        OpenSale next = shop.begin(CASHIER);
        assertRefused(Refusal.SOLD_BY_PIECE, () -> weigh(next, "0.5", PRICED_APPLES));
    }

    @Test
    void whatExpiredIsNotSoldAndOnItsLastDayItIs() throws Exception {
        OpenSale sale = shop.begin(MANAGER);
        assertRefused(Refusal.EXPIRED, () -> scan(sale, STALE_PEN));
        scan(sale, FRESH_PEN);
        shop.clock.advance(Duration.ofDays(1));
        assertRefused(Refusal.EXPIRED, () -> scan(sale, FRESH_PEN));
        assertThat(sale.totals().lines()).hasSize(1);
    }

    @Test
    void aBatchThatWasSoldIsOnRecord() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, FRESH_PEN);
        sale.tenderCash(yen(165));
        JsonObject rung = shop.entries("BatchRung").get(0).payload();
        assertThat(rung.get("batch").getAsString()).isEqualTo("LOT 7");
        assertThat(rung.get("lastDay").getAsString()).isEqualTo("2026-04-01");
        assertThat(rung.get("line").getAsInt()).isEqualTo(1);
    }

    @Test
    void aPriceOrWeightFromALabelIsJournalled() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        scan(sale, PRICED_APPLES);
        scan(sale, WEIGHED_APPLES);
        sale.tenderCash(sale.totals().due());
        List<Entry> rung = shop.entries("LabelRung");
        assertThat(rung).hasSize(2);
        assertThat(rung.get(0).payload().get("line").getAsInt()).isEqualTo(2);
        assertThat(rung.get(0).payload().get("price").getAsLong()).isEqualTo(1250);
        assertThat(rung.get(0).payload().has("weight")).isFalse();
        assertThat(rung.get(1).payload().get("line").getAsInt()).isEqualTo(3);
        assertThat(rung.get(1).payload().get("weight").getAsString()).isEqualTo("1.25");
    }

    @Test
    void whatTheRoleDoesNotGiveIsRefused() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.discountLine(1, yen(1)));
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.discountLine(1, BigDecimal.ONE));
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.discountBasket(yen(1)));
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.discountBasket(BigDecimal.ONE));
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.add(PEN, Quantity.ONE, Optional.empty(), Optional.of(yen(1))));
        assertThat(sale.totals().total()).isEqualTo(yen(165));
        assertRefused(Refusal.NOT_ALLOWED, () -> shop.begin(new Operator("new", Role.CASHIER, true, false)));
    }

    @Test
    void aLimitHoldsForAllThatALineLoses() throws Exception {
        OpenSale sale = shop.begin(SUPERVISOR); // may take off half
        sale.add(PEN, Quantity.ONE, Optional.empty(), Optional.of(yen(125)));
        sale.discountLine(1, yen(43));
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.discountLine(1, yen(1)));
        assertThat(sale.totals().total()).isEqualTo(yen(82));
        sale.standBy(Optional.of(MANAGER));
        sale.discountLine(1, yen(1));
        assertThat(sale.tenderCash(yen(81))).isPresent();
        assertThat(shop.entries("Discounted").get(0).payload().has("approver")).isFalse();
        assertThat(shop.entries("Discounted").get(1).payload().get("approver").getAsString())
                .isEqualTo(MANAGER.name());
    }

    @Test
    void aLimitHoldsForAllThatASaleLoses() throws Exception {
        OpenSale sale = shop.begin(SUPERVISOR);
        scan(sale, PEN); // 165
        sale.discountLine(1, yen(60));
        sale.discountBasket(yen(23));
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.discountBasket(yen(1)));
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.discountLine(1, yen(1)));
        assertThat(sale.totals().total()).isEqualTo(yen(82));
        assertThat(sale.tenderCash(yen(82))).isPresent();
    }

    @Test
    void aPriceOfOnesOwnCountsAgainstTheLimitOfTheSale() throws Exception {
        OpenSale sale = shop.begin(SUPERVISOR);
        scan(sale, PEN);
        sale.discountBasket(BigDecimal.valueOf(50));
        sale.add(PEN, Quantity.ONE, Optional.empty(), Optional.of(yen(83)));
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.tenderCash(yen(1000)));
        sale.standBy(Optional.of(MANAGER));
        assertThat(sale.tenderCash(yen(1000))).isPresent();
    }

    @Test
    void aSaleBeyondWhatIsSaneIsRefused() throws Exception {
        OpenSale sale = shop.begin(SUPERVISOR);
        assertRefused(
                Refusal.PRICE_OUT_OF_RANGE,
                () -> sale.add(PEN, Quantity.ONE, Optional.empty(), Optional.of(yen(1_000_000_000))));
        assertRefused(
                Refusal.AMOUNT_TOO_LARGE,
                () -> sale.add(PEN, Quantity.pieces(99_999), Optional.empty(), Optional.of(yen(999_999_999))));
        assertThat(sale.totals().lines()).isEmpty();
    }

    @Test
    void theJournalHoldsAfterADay() throws Exception {
        for (int i = 0; i < 30; i++) {
            shop.sell(i % 2 == 0 ? PEN : ONIGIRI);
        }
        shop.settle();
        shop.till.stop();
        assertThat(shop.journal.verify()).isInstanceOf(Verification.Whole.class);
        assertThat(shop.entries("ReceiptPrinted")).hasSize(30);
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable asked) {
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(asked)
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
