package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sekisho.checkout.till.Shelf.APPLES;
import static org.sekisho.checkout.till.Shelf.BAG_WITHOUT_TAX;
import static org.sekisho.checkout.till.Shelf.ONIGIRI;
import static org.sekisho.checkout.till.Shelf.PEN;
import static org.sekisho.checkout.till.Shop.CASHIER;
import static org.sekisho.checkout.till.Shop.MANAGER;
import static org.sekisho.checkout.till.Shop.SUPERVISOR;
import static org.sekisho.checkout.till.Shop.pieces;
import static org.sekisho.checkout.till.Shop.scan;
import static org.sekisho.checkout.till.Shop.weigh;
import static org.sekisho.checkout.till.Shop.yen;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.SaleKind;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.api.model.TenderType;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleJson;
import org.sekisho.checkout.TillReport;
import org.sekisho.journal.Entry;
import org.sekisho.journal.fixture.FixedHome;
import org.sekisho.store.TaxSettings;

/** Goods that come back: at what they were sold for, once, by whoever may, and to nothing when all of it has come back. */
class ReturnsTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    private static Quantity one() {
        return Quantity.ONE;
    }

    @Test
    void aLineComesBackAtItsPriceAndTax() throws Exception {
        ClosedSale sold = shop.sell(ONIGIRI, PEN);
        OpenSale back = shop.begin(SUPERVISOR);
        Line line = back.giveBack(sold.receiptNumber(), 2, one());
        assertThat(line.quantity()).isEqualTo(Quantity.pieces(-1));
        assertThat(line.amount()).isEqualTo(yen(-165));
        assertThat(back.totals().due()).isEqualTo(yen(-165));
        ClosedSale closed = back.refundCash(yen(165)).orElseThrow();

        assertThat(closed.kind()).isEqualTo(SaleKind.RETURN);
        assertThat(closed.total()).isEqualTo(yen(-165));
        assertThat(closed.change()).isEqualTo(yen(0));
        assertThat(closed.tenders().get(0).amount()).isEqualTo(yen(-165));
        assertThat(taxes(closed)).containsExactly("standard -150-15=-165");
        assertThat(closed.returns().get(0).receipt()).isEqualTo(sold.receiptNumber());
        Entry entry = shop.entries("SaleClosed").get(1);
        assertThat(SaleJson.read(entry.payload())).isEqualTo(closed);
        Entry returned = shop.entries("GoodsReturned").get(0);
        assertThat(returned.payload().get("receipt").getAsString()).isEqualTo("1-000001");
        assertThat(returned.payload().has("approver")).isFalse();
    }

    private static List<String> taxes(ClosedSale sale) {
        return sale.taxes().stream()
                .map(t -> "%s %d%+d=%d"
                        .formatted(
                                t.code(),
                                t.net().minor(),
                                t.tax().minor(),
                                t.gross().minor()))
                .toList();
    }

    @Test
    void goodsComeBackOnce() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        pieces(sale, 3, PEN);
        ReceiptNumber receipt = sale.tenderCash(yen(495)).orElseThrow().receiptNumber();
        OpenSale first = shop.begin(SUPERVISOR);
        first.giveBack(receipt, 1, Quantity.pieces(2));
        assertRefused(Refusal.RETURNED_ALREADY, () -> first.giveBack(receipt, 1, Quantity.pieces(2)));
        first.end();
        OpenSale second = shop.begin(SUPERVISOR);
        assertRefused(Refusal.RETURNED_ALREADY, () -> second.giveBack(receipt, 1, Quantity.pieces(2)));
        second.giveBack(receipt, 1, one());
        second.end();
        OpenSale third = shop.begin(SUPERVISOR);
        assertRefused(Refusal.RETURNED_ALREADY, () -> third.giveBack(receipt, 1, one()));
    }

    @Test
    void whatCameBackElsewhereMeanwhileDoesNotComeBackTwice() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN).receiptNumber();
        OpenSale here = shop.begin(SUPERVISOR);
        here.giveBack(receipt, 1, one());
        OpenSale there = shop.begin(MANAGER);
        there.giveBack(receipt, 1, one());
        there.end();
        assertRefused(Refusal.RETURNED_MEANWHILE, here::end);
        here.voidLine(1);
        scan(here, ONIGIRI);
        assertThat(here.tenderCash(yen(128)).orElseThrow().kind()).isEqualTo(SaleKind.SALE);
        assertThat(shop.entries("SaleClosed")).hasSize(3);
    }

    @Test
    void anExchangeNamesOnlyTheDifference() throws Exception {
        ReceiptNumber receipt = shop.sell(ONIGIRI).receiptNumber();
        OpenSale sale = shop.begin(SUPERVISOR);
        sale.giveBack(receipt, 1, one());
        scan(sale, PEN);
        assertThat(sale.totals().due()).isEqualTo(yen(37));
        ClosedSale closed = sale.tenderCash(yen(40)).orElseThrow();
        assertThat(closed.kind()).isEqualTo(SaleKind.EXCHANGE);
        assertThat(closed.change()).isEqualTo(yen(3));
        assertThat(taxes(closed)).containsExactly("standard 150+15=165", "reduced -119-9=-128");
    }

    @Test
    void moreThanIsOwedIsNotPaidOut() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN).receiptNumber();
        OpenSale sale = shop.begin(SUPERVISOR);
        sale.giveBack(receipt, 1, one());
        assertRefused(Refusal.REFUND_OUT_OF_RANGE, () -> sale.refundCash(yen(166)));
        assertRefused(Refusal.REFUND_OUT_OF_RANGE, () -> sale.refundCash(yen(0)));
        assertThat(sale.refundCash(yen(100))).isEmpty();
        assertThat(sale.refundCash(yen(65))).isPresent();
    }

    @Test
    void whatIsOnNoReceiptDoesNotComeBack() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN).receiptNumber();
        OpenSale sale = shop.begin(SUPERVISOR);
        assertRefused(Refusal.NO_SUCH_RECEIPT, () -> sale.giveBack(new ReceiptNumber("1", 99), 1, one()));
        assertRefused(Refusal.NOT_ON_RECEIPT, () -> sale.giveBack(receipt, 2, one()));
        assertRefused(Refusal.QUANTITY_OUT_OF_RANGE, () -> sale.giveBack(receipt, 1, Quantity.pieces(0)));
        assertRefused(Refusal.PIECES_ARE_WHOLE, () -> sale.giveBack(receipt, 1, Quantity.parse("0.5")));
        sale.giveBack(receipt, 1, one());
        ReceiptNumber back = sale.end().receiptNumber();
        OpenSale again = shop.begin(SUPERVISOR);
        assertRefused(Refusal.NOT_ON_RECEIPT, () -> again.giveBack(back, 1, one()));
    }

    @Test
    void aCashierNeedsASecondPersonAndNobodyApprovesTheirOwn() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN).receiptNumber();
        OpenSale sale = shop.begin(CASHIER);
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.giveBack(receipt, 1, one()));
        sale.standBy(Optional.of(CASHIER));
        assertRefused(Refusal.OWN_APPROVAL, () -> sale.giveBack(receipt, 1, one()));
        sale.standBy(Optional.of(SUPERVISOR));
        sale.giveBack(receipt, 1, one());
        sale.standBy(Optional.empty());
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.giveBack(receipt, 1, one()));
        sale.end();
        assertThat(shop.entries("GoodsReturned")
                        .get(0)
                        .payload()
                        .get("approver")
                        .getAsString())
                .isEqualTo(SUPERVISOR.name());
    }

    @Test
    void beyondTheLimitOfARoleSomebodyOfAHigherOneApproves() throws Exception {
        OpenSale sale = shop.begin(SUPERVISOR);
        scan(sale, PEN);
        sale.discountLine(1, new BigDecimal("10"));
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.discountLine(1, yen(67)));
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.discountBasket(new BigDecimal("52")));
        sale.discountBasket(new BigDecimal("30"));
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.discountBasket(new BigDecimal("30")));
        sale.standBy(Optional.of(MANAGER));
        sale.discountBasket(new BigDecimal("30"));
        sale.abandon("tried");
        List<Entry> discounts = shop.entries("Discounted");
        assertThat(discounts).hasSize(3);
        assertThat(discounts.get(1).payload().has("approver")).isFalse();
        assertThat(discounts.get(2).payload().get("approver").getAsString()).isEqualTo(MANAGER.name());
    }

    @Test
    void whatComesBackIsRoundedAsItsReceiptWasWhateverTheStoreDoesToday() throws Exception {
        ClosedSale sold = shop.sell(ONIGIRI, ONIGIRI); // 256: 18.96, so 18
        assertThat(shop.entries("SaleClosed").get(0).payload().get("rounding").getAsString())
                .isEqualTo("floor");
        ClosedSale first = comesBack(sold, 1);
        TaxSettings today = FixedHome.japanese().settings().tax();
        shop.startAgain(new TaxSettings(
                today.scheme(), today.pricesIncludeTax(), RoundingMode.CEILING, today.scope(), today.rates()));
        ClosedSale second = comesBack(sold, 2);
        assertThat(taxes(first)).containsExactly("reduced -119-9=-128");
        assertThat(taxes(second)).containsExactly("reduced -119-9=-128");
        assertThat(taxes(shop.sell(ONIGIRI))).containsExactly("reduced 118+10=128");
    }

    private ClosedSale comesBack(ClosedSale sold, int line) throws Exception {
        OpenSale back = shop.begin(SUPERVISOR);
        back.giveBack(sold.receiptNumber(), line, one());
        return back.refundCash(yen(128)).orElseThrow();
    }

    @Test
    void aDiscountThatGrewByVoidingLinesNeedsAnApproval() throws Exception {
        OpenSale sale = shop.begin(SUPERVISOR);
        scan(sale, PEN);
        scan(sale, ONIGIRI);
        sale.discountBasket(yen(120));
        sale.voidLine(1);
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.tenderCash(yen(100)));
        sale.standBy(Optional.of(MANAGER));
        assertThat(sale.tenderCash(yen(8))).isPresent();
    }

    @Test
    void reportsTellWhatCameBackAndTheDrawerHoldsTheRest() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN, ONIGIRI).receiptNumber();
        OpenSale sale = shop.begin(SUPERVISOR);
        sale.giveBack(receipt, 1, one());
        sale.end();
        TillReport report = shop.reports.x(MANAGER);
        assertThat(report.returned()).isEqualTo(1);
        assertThat(report.refunded()).isEqualTo(yen(165));
        assertThat(report.total()).isEqualTo(yen(128));
        assertThat(report.tenders().get(TenderType.CASH)).isEqualTo(yen(128));
    }

    /** Random receipts of mixed rates, weights, prices with and without tax, discounts; returned in random steps. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void returningEverythingInAnyStepsNetsToZero(long seed) throws Exception {
        Random random = new Random(seed);
        ClosedSale sold = bought(random);
        long total = sold.total().minor();
        Map<String, Long> taxes = new TreeMap<>();
        add(taxes, sold);
        List<Line> left = new ArrayList<>(sold.lines());
        Map<Integer, Long> gone = new TreeMap<>();
        while (!left.isEmpty()) {
            OpenSale back = shop.begin(MANAGER);
            int lines = 1 + random.nextInt(Math.min(3, left.size()));
            for (int i = 0; i < lines && !left.isEmpty(); i++) {
                Line line = left.get(random.nextInt(left.size()));
                long rest = line.quantity().thousandths() - gone.getOrDefault(line.number(), 0L);
                long some = line.quantity().isWhole() && line.unit() == Unit.PIECE
                        ? 1000L * (1 + random.nextInt((int) (rest / 1000)))
                        : random.nextBoolean() ? rest : 1 + random.nextInt((int) rest);
                back.giveBack(sold.receiptNumber(), line.number(), new Quantity(some));
                gone.merge(line.number(), some, Long::sum);
                left.removeIf(
                        l -> gone.getOrDefault(l.number(), 0L) == l.quantity().thousandths());
            }
            ClosedSale returned = back.end();
            assertThat(returned.total().minor())
                    .isEqualTo(returned.taxes().stream()
                            .mapToLong(tax -> tax.gross().minor())
                            .sum());
            total += returned.total().minor();
            add(taxes, returned);
        }
        assertThat(total).isZero();
        assertThat(taxes.values()).allSatisfy(sum -> assertThat(sum).isZero());
        assertThat(shop.reports.x(MANAGER).tenders().get(TenderType.CASH)).isEqualTo(yen(0));
    }

    private ClosedSale bought(Random random) throws Exception {
        OpenSale sale = shop.begin(MANAGER);
        int lines = 2 + random.nextInt(5);
        for (int i = 1; i <= lines; i++) {
            switch (random.nextInt(4)) {
                case 0 -> weigh(sale, "0." + (101 + random.nextInt(800)), APPLES);
                case 1 -> pieces(sale, 1 + random.nextInt(7), ONIGIRI);
                case 2 -> pieces(sale, 1 + random.nextInt(7), BAG_WITHOUT_TAX);
                default -> pieces(sale, 1 + random.nextInt(7), PEN);
            }
            if (random.nextInt(3) == 0) {
                sale.discountLine(i, new BigDecimal("7"));
            }
        }
        if (random.nextBoolean()) {
            sale.discountBasket(yen(1 + random.nextInt(100)));
        }
        return sale.tenderCash(sale.totals().due()).orElseThrow();
    }

    private static void add(Map<String, Long> sums, ClosedSale sale) {
        for (TaxTotal tax : sale.taxes()) {
            sums.merge(tax.code() + " net", tax.net().minor(), Long::sum);
            sums.merge(tax.code() + " tax", tax.tax().minor(), Long::sum);
        }
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable call) {
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    /** An approved percentage is approved of what it was taken off, not of whatever is scanned after it. */
    @Test
    void anApprovedDiscountDoesNotGrowWithTheBasket() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        sale.standBy(Optional.of(SUPERVISOR));
        sale.discountBasket(new BigDecimal("30"));
        sale.standBy(Optional.empty());
        pieces(sale, 10, PEN);
        assertRefused(
                Refusal.NEEDS_APPROVAL, () -> sale.tenderCash(sale.totals().due()));
        sale.standBy(Optional.of(SUPERVISOR));
        assertThat(sale.tenderCash(sale.totals().due())).isPresent();
        assertThat(shop.entries("Discounted")).hasSize(2);
        assertThat(shop.entries("Discounted").get(1).payload().get("approver").getAsString())
                .isEqualTo(SUPERVISOR.name());
    }

    /** The tax of what comes back depends on all that came back before: lanes that looked at the same state do not both refund by it. */
    @Test
    void twoReturnsOfDifferentLinesAtOnceAreReckonedOneAfterTheOther() throws Exception {
        ClosedSale sold = shop.sell(ONIGIRI, PEN);
        OpenSale first = shop.begin(SUPERVISOR);
        OpenSale second = shop.begin(SUPERVISOR);
        first.giveBack(sold.receiptNumber(), 1, Quantity.ONE);
        second.giveBack(sold.receiptNumber(), 2, Quantity.ONE);
        assertThat(first.refundCash(yen(128))).isPresent();
        assertRefused(Refusal.RETURNED_MEANWHILE, () -> second.refundCash(yen(165)));
    }
}
