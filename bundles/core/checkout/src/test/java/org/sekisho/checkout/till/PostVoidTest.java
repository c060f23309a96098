package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sekisho.checkout.till.Shelf.BAG_WITHOUT_TAX;
import static org.sekisho.checkout.till.Shelf.ONIGIRI;
import static org.sekisho.checkout.till.Shelf.PEN;
import static org.sekisho.checkout.till.Shelf.STAMPS;
import static org.sekisho.checkout.till.Shop.CASHIER;
import static org.sekisho.checkout.till.Shop.MANAGER;
import static org.sekisho.checkout.till.Shop.SUPERVISOR;
import static org.sekisho.checkout.till.Shop.scan;
import static org.sekisho.checkout.till.Shop.yen;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.SaleKind;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.TenderType;
import org.sekisho.api.terminal.PaymentOrder;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleJson;
import org.sekisho.checkout.TillReport;
import org.sekisho.checkout.till.ScriptedTerminal.Way;

/** A whole receipt taken back on its own day: to nothing, once, its money as it came, by whoever may. */
class PostVoidTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void everyAmountComesBackWithTheOtherSign() throws Exception {
        OpenSale sale = shop.begin(MANAGER);
        scan(sale, ONIGIRI);
        scan(sale, PEN);
        sale.voidLine(1);
        scan(sale, ONIGIRI);
        scan(sale, STAMPS);
        scan(sale, BAG_WITHOUT_TAX);
        sale.discountBasket(new BigDecimal("7"));
        ClosedSale sold = sale.tenderCash(yen(1000)).orElseThrow();

        ClosedSale back = postVoid(sold.receiptNumber());
        assertThat(back.kind()).isEqualTo(SaleKind.RETURN);
        assertThat(back.voidOf()).contains(sold.receiptNumber());
        assertThat(back.total()).isEqualTo(sold.total().negate());
        assertThat(back.change()).isEqualTo(yen(0));
        assertThat(back.tenders())
                .containsExactly(new Tender(TenderType.CASH, sold.total().negate()));
        assertThat(back.lines().stream().map(Line::amount).map(Object::toString).toList())
                .isEqualTo(sold.lines().stream()
                        .map(line -> line.amount().negate().toString())
                        .toList());
        assertThat(taxes(back, 1)).isEqualTo(taxes(sold, -1));
        assertThat(SaleJson.read(shop.entries("SaleClosed").get(1).payload())).isEqualTo(back);
        JsonObject entry = shop.entries("ReceiptPostVoided").get(0).payload();
        assertThat(entry.get("receipt").getAsString()).isEqualTo("1-000001");
        assertThat(entry.get("receiptNumber").getAsString()).isEqualTo("1-000002");
        assertThat(entry.get("amount").getAsLong()).isEqualTo(sold.total().minor());
        assertThat(entry.get("reason").getAsString()).isEqualTo("rung twice");
        assertThat(shop.entries("GoodsReturned")).isEmpty();
    }

    private static String taxes(ClosedSale sale, int sign) {
        return sale.taxes().stream()
                .map(t -> "%s %d %d %d"
                        .formatted(
                                t.code(),
                                sign * t.net().minor(),
                                sign * t.tax().minor(),
                                sign * t.gross().minor()))
                .collect(Collectors.joining(", "));
    }

    @Test
    void reportsCountThemApart() throws Exception {
        shop.sell(ONIGIRI);
        postVoid(shop.sell(PEN).receiptNumber());
        TillReport report = shop.reports.x(MANAGER);
        assertThat(report.corrections().postVoids()).isEqualTo(1);
        assertThat(report.corrections().postVoided()).isEqualTo(yen(165));
        assertThat(report.returned()).isZero();
        assertThat(report.refunded()).isEqualTo(yen(0));
        assertThat(report.total()).isEqualTo(yen(128));
        assertThat(report.tenders().get(TenderType.CASH)).isEqualTo(yen(128));
        shop.reports.z(MANAGER);
        assertThat(shop.entries("ZReport").get(0).payload().get("postVoids").getAsLong())
                .isEqualTo(1);
        assertThat(shop.reports.x(MANAGER).corrections().postVoids()).isZero();
    }

    @Test
    void whatWasTakenBackComesBackOnlyOnce() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN).receiptNumber();
        ReceiptNumber by = postVoid(receipt).receiptNumber();
        OpenSale again = shop.begin(SUPERVISOR);
        assertRefused(Refusal.POST_VOIDED, () -> again.postVoid(receipt, "again"));
        assertRefused(Refusal.POST_VOIDED, () -> again.giveBack(receipt, 1, Quantity.ONE));
        assertRefused(Refusal.POST_VOID_NO_SALE, () -> again.postVoid(by, "undo it"));
        assertThat(shop.entries("SaleClosed")).hasSize(2);
    }

    @Test
    void onlyAWholeSaleOfTheSameDayIsTakenBack() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN, ONIGIRI).receiptNumber();
        ReceiptNumber untouched = shop.sell(PEN).receiptNumber();
        OpenSale some = shop.begin(SUPERVISOR);
        some.giveBack(receipt, 1, Quantity.ONE);
        some.end();
        OpenSale sale = shop.begin(SUPERVISOR);
        assertRefused(Refusal.POST_VOID_RETURNED, () -> sale.postVoid(receipt, "all of it"));
        assertRefused(Refusal.NO_SUCH_RECEIPT, () -> sale.postVoid(new ReceiptNumber("1", 99), "why not"));
        assertRefused(Refusal.REASON_MISSING, () -> sale.postVoid(untouched, " "));
        scan(sale, PEN);
        assertRefused(Refusal.POST_VOID_ALONE, () -> sale.postVoid(untouched, "meanwhile"));
        shop.clock.advance(Duration.ofDays(1));
        assertRefused(Refusal.POST_VOID_OTHER_DAY, () -> shop.begin(SUPERVISOR).postVoid(untouched, "late"));
    }

    @Test
    void aCashierNeedsASecondPersonAndNobodyApprovesTheirOwn() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN).receiptNumber();
        OpenSale sale = shop.begin(CASHIER);
        assertRefused(Refusal.NEEDS_APPROVAL, () -> sale.postVoid(receipt, "why"));
        sale.standBy(Optional.of(CASHIER));
        assertRefused(Refusal.OWN_APPROVAL, () -> sale.postVoid(receipt, "why"));
        sale.standBy(Optional.of(SUPERVISOR));
        sale.postVoid(receipt, "why");
        JsonObject entry = shop.entries("ReceiptPostVoided").get(0).payload();
        assertThat(entry.get("operator").getAsString()).isEqualTo(CASHIER.name());
        assertThat(entry.get("approver").getAsString()).isEqualTo(SUPERVISOR.name());
    }

    @Test
    void itsMoneyGoesBackAsItCame() throws Exception {
        ReceiptNumber receipt = paidInEveryWay().receiptNumber();
        ClosedSale back = postVoid(receipt);
        assertThat(back.tenders().stream()
                        .map(tender -> tender.type() + " " + tender.amount().minor())
                        .toList())
                .containsExactlyInAnyOrder("CASH -108", "VOUCHER -50", "CARD -100", "CARD -200");
        assertThat(shop.terminal.done.keySet().stream()
                        .filter(order -> order.kind() == PaymentOrder.Kind.REFUND)
                        .mapToLong(order -> order.amount().minor())
                        .sum())
                .isEqualTo(300);
        assertThat(shop.vouchers().list().get(0).paid()).isEmpty();
        assertThat(shop.reports.x(MANAGER).tenders().values()).containsOnly(yen(0));
        assertThat(shop.entries("RefundedOtherwise")).isEmpty();

        OpenSale again = shop.begin(CASHIER);
        scan(again, PEN);
        again.tenderVoucher("GIFT-050");
        assertThat(again.tenderCash(yen(115))).isPresent();
    }

    @Test
    void aRefundThatIsDeclinedLeavesEverythingAsItWas() throws Exception {
        ReceiptNumber receipt = paidInEveryWay().receiptNumber();
        shop.terminal.next(Way.APPROVE, Way.DECLINE);
        OpenSale sale = shop.begin(SUPERVISOR);
        assertRefused(Refusal.CARD_DECLINED, () -> sale.postVoid(receipt, "wrong customer"));
        assertRefused(Refusal.POST_VOID_ALONE, () -> scan(sale, PEN));
        assertRefused(Refusal.POST_VOID_ALONE, sale::end);
        assertRefused(Refusal.POST_VOID_ALONE, () -> sale.refundCash(yen(200)));
        assertRefused(Refusal.POST_VOID_ALONE, () -> sale.suspend("later"));
        sale.abandon("declined");
        assertThat(shop.entries("ReceiptPostVoided")).isEmpty();
        assertThat(shop.vouchers().list().get(0).paid()).contains(receipt);
        assertThat(shop.reports.x(MANAGER).tenders().get(TenderType.CARD)).isEqualTo(yen(300));
    }

    @Test
    void aRefundThatWasDeclinedGoesOnWhereItStopped() throws Exception {
        ReceiptNumber receipt = paidInEveryWay().receiptNumber();
        shop.terminal.next(Way.APPROVE, Way.DECLINE);
        OpenSale sale = shop.begin(SUPERVISOR);
        assertRefused(Refusal.CARD_DECLINED, () -> sale.postVoid(receipt, "wrong customer"));
        assertThat(sale.postVoid(receipt, "wrong customer").total()).isEqualTo(yen(-458));
        assertThat(shop.entries("ReceiptPostVoided")).hasSize(1);
    }

    @Test
    void whatIsRungElsewhereMeanwhileDoesNotComeBackTwice() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN).receiptNumber();
        OpenSale here = shop.begin(SUPERVISOR);
        here.giveBack(receipt, 1, Quantity.ONE);
        postVoid(receipt);
        assertRefused(Refusal.RETURNED_MEANWHILE, here::end);
        assertThat(shop.reports.x(MANAGER).tenders().get(TenderType.CASH)).isEqualTo(yen(0));
    }

    @Test
    void aCommitThatNobodyHeardOfTakesBackOnce() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN).receiptNumber();
        OpenSale sale = shop.begin(SUPERVISOR);
        shop.database.next = FaultyDatabase.Fault.AFTER_COMMIT;
        assertThatThrownBy(() -> sale.postVoid(receipt, "twice")).hasMessageContaining("went away");
        assertThat(sale.postVoid(receipt, "twice").receiptNumber()).isEqualTo(new ReceiptNumber("1", 2));
        assertThat(shop.entries("ReceiptPostVoided")).hasSize(1);
    }

    @Test
    void aCopyOfWhatWasTakenBackSaysSo() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN).receiptNumber();
        shop.copies.paper = (sale, mark) -> {};
        assertThat(shop.copies
                        .reprint(MANAGER, Optional.empty(), receipt, "")
                        .mark()
                        .voidedBy())
                .isEmpty();
        ReceiptNumber by = postVoid(receipt).receiptNumber();
        assertThat(shop.copies
                        .reprint(MANAGER, Optional.empty(), receipt, "")
                        .mark()
                        .voidedBy())
                .contains(by);
    }

    private ClosedSale postVoid(ReceiptNumber receipt) throws Exception {
        return shop.begin(SUPERVISOR).postVoid(receipt, "rung twice");
    }

    /** Two pens and a rice ball: a voucher of 50, cards of 100 and 200, and the rest in cash, with change. */
    private ClosedSale paidInEveryWay() throws Exception {
        shop.vouchers().issue(MANAGER, Optional.of("GIFT-050"), yen(50), Optional.empty());
        OpenSale sale = shop.begin(CASHIER);
        for (String code : List.of(PEN, PEN, ONIGIRI)) {
            scan(sale, code);
        }
        sale.tenderVoucher("GIFT-050");
        sale.tenderCard(yen(100));
        sale.tenderCard(yen(200));
        return sale.tenderCash(yen(500)).orElseThrow();
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        CheckoutRefusal.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
