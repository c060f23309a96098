package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sekisho.checkout.till.Shelf.ONIGIRI;
import static org.sekisho.checkout.till.Shelf.PEN;
import static org.sekisho.checkout.till.Shop.CASHIER;
import static org.sekisho.checkout.till.Shop.MANAGER;
import static org.sekisho.checkout.till.Shop.SUPERVISOR;
import static org.sekisho.checkout.till.Shop.scan;
import static org.sekisho.checkout.till.Shop.yen;

import java.time.LocalDate;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.Tender;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleJson;
import org.sekisho.storage.StorageFault;

/** Vouchers: each pays once, whatever breaks. */
class VouchersTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    private OpenSale sale(String... codes) throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        for (String code : codes) {
            scan(sale, code);
        }
        return sale;
    }

    private String issued(long yen) throws Exception {
        return shop.vouchers().issue(MANAGER, Optional.empty(), yen(yen), Optional.empty());
    }

    private void refused(Refusal refusal, ThrowingCallable call) {
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    @Test
    void aVoucherPaysOnce() throws Exception {
        String voucher = issued(100);
        OpenSale sale = sale(ONIGIRI);
        assertThat(sale.tenderVoucher(voucher)).isEmpty();
        refused(Refusal.VOUCHER_USED, () -> sale.tenderVoucher(voucher));
        ClosedSale closed = sale.tenderCash(yen(50)).orElseThrow();
        assertThat(closed.tenders().get(0)).isEqualTo(Tender.voucher(yen(100), voucher));
        assertThat(closed.change()).isEqualTo(yen(22));
        assertThat(shop.till.find(closed.receiptNumber())).contains(closed);
        assertThat(SaleJson.contract(closed).get("tenders"))
                .hasToString("[{\"type\":\"voucher\",\"amount\":100},{\"type\":\"cash\",\"amount\":50}]");
        refused(Refusal.VOUCHER_USED, () -> sale(PEN).tenderVoucher(voucher));
        assertThat(shop.vouchers().list().get(0).paid()).contains(closed.receiptNumber());
    }

    @Test
    void whatDoesNotPayIsRefused() throws Exception {
        OpenSale sale = sale(ONIGIRI);
        String large = issued(129);
        refused(Refusal.VOUCHER_OUT_OF_RANGE, () -> sale.tenderVoucher(large));
        refused(Refusal.NO_SUCH_VOUCHER, () -> sale.tenderVoucher("ABC123"));
        String old = shop.vouchers()
                .issue(MANAGER, Optional.of("OLD-2026"), yen(100), Optional.of(LocalDate.parse("2026-03-31")));
        refused(Refusal.VOUCHER_EXPIRED, () -> sale.tenderVoucher(old));
        String today = shop.vouchers()
                .issue(MANAGER, Optional.of("LAST-DAY"), yen(100), Optional.of(LocalDate.parse("2026-04-01")));
        assertThat(sale.tenderVoucher(today)).isEmpty();
    }

    @Test
    void onlyWhoMayIssuesThemAndNoCodeTwice() throws Exception {
        refused(
                Refusal.NOT_ALLOWED,
                () -> shop.vouchers().issue(SUPERVISOR, Optional.empty(), yen(100), Optional.empty()));
        shop.vouchers().issue(MANAGER, Optional.of("ABC123"), yen(100), Optional.empty());
        refused(
                Refusal.VOUCHER_CODE_UNFIT,
                () -> shop.vouchers().issue(MANAGER, Optional.of("ABC123"), yen(100), Optional.empty()));
        refused(
                Refusal.VOUCHER_CODE_UNFIT,
                () -> shop.vouchers().issue(MANAGER, Optional.of("A B"), yen(100), Optional.empty()));
        refused(
                Refusal.CASH_OUT_OF_RANGE,
                () -> shop.vouchers().issue(MANAGER, Optional.empty(), yen(0), Optional.empty()));
        assertThat(shop.entries("VoucherIssued")).hasSize(1);
        assertThat(shop.entries("VoucherIssued").get(0).payload().get("voucher").getAsString())
                .isEqualTo("…C123");
    }

    @Test
    void aVoidedSaleLeavesItGood() throws Exception {
        String voucher = issued(100);
        OpenSale sale = sale(ONIGIRI);
        sale.tenderVoucher(voucher);
        sale.abandon("changed their mind");
        assertThat(sale(ONIGIRI).tenderVoucher(voucher)).isEmpty();
    }

    @Test
    void ofTwoSalesThatHoldItTheFirstToCloseHasIt() throws Exception {
        String voucher = issued(100);
        OpenSale first = sale(ONIGIRI);
        OpenSale second = sale(ONIGIRI);
        first.tenderVoucher(voucher);
        second.tenderVoucher(voucher);
        assertThat(first.tenderCash(yen(28))).isPresent();
        refused(Refusal.VOUCHER_USED, () -> second.tenderCash(yen(28)));
        assertThat(second.totals().due()).isEqualTo(yen(128));
        assertThat(second.tenderCash(yen(128))).isPresent();
    }

    @Test
    void aFaultSpendsItWithTheSaleOrNotAtAll() throws Exception {
        String voucher = issued(128);
        OpenSale sale = sale(ONIGIRI);
        shop.database.next = FaultyDatabase.Fault.BEFORE_COMMIT;
        assertThatThrownBy(() -> sale.tenderVoucher(voucher)).isInstanceOf(StorageFault.class);
        assertThat(shop.vouchers().list().get(0).paid()).isEmpty();
        shop.database.next = FaultyDatabase.Fault.AFTER_COMMIT;
        assertThatThrownBy(() -> sale.tenderVoucher(voucher)).isInstanceOf(StorageFault.class);
        assertThat(sale.tenderVoucher(voucher)).isPresent();
        assertThat(shop.entries("SaleClosed")).hasSize(1);
    }

    @Test
    void besideACardWhoseAnswerWasLostInAKillItStaysGood() throws Exception {
        String voucher = issued(100);
        OpenSale sale = sale(ONIGIRI);
        sale.tenderVoucher(voucher);
        shop.terminal.next(ScriptedTerminal.Way.DROP_AFTER);
        refused(Refusal.PAYMENT_UNKNOWN, () -> sale.tenderCard(yen(28)));
        shop.killAndStartAgain();
        assertThat(shop.till.reconcile()).isEmpty();
        assertThat(shop.entries("SaleClosed")).isEmpty();
        assertThat(shop.vouchers().list().get(0).paid()).isEmpty();
        assertThat(shop.terminal.done.values()).hasSize(2);
    }

    @Test
    void aVouchersMoneyDoesNotGoBackInCashWithoutApproval() throws Exception {
        String voucher = issued(100);
        OpenSale sale = sale(ONIGIRI);
        sale.tenderVoucher(voucher);
        ClosedSale sold = sale.tenderCash(yen(28)).orElseThrow();
        OpenSale back = shop.begin(CASHIER);
        back.standBy(Optional.of(SUPERVISOR));
        back.giveBack(sold.receiptNumber(), 1, Quantity.ONE);
        back.standBy(Optional.empty());
        refused(Refusal.NEEDS_APPROVAL, () -> back.refundCash(yen(29)));
        assertThat(back.refundCash(yen(28))).isEmpty();
        refused(Refusal.NEEDS_APPROVAL, back::end);
        back.standBy(Optional.of(SUPERVISOR));
        assertThat(back.end().total()).isEqualTo(yen(-128));
    }
}
