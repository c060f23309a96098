package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sekisho.checkout.till.Shelf.APPLES;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleTotals;
import org.sekisho.checkout.SuspendedSale;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Role;
import org.sekisho.storage.StorageFault;

/** Sales that are set aside, by a person or by a crash: whoever goes on with one finds it as it was, and only one does. */
class SuspendTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void suspendedSaleGoesOnAsItWas() throws Exception {
        OpenSale sale = shop.begin(MANAGER);
        pieces(sale, 3, ONIGIRI);
        weigh(sale, "0.755", APPLES);
        scan(sale, PEN);
        sale.voidLine(3);
        sale.discountLine(1, yen(7));
        sale.discountBasket(new BigDecimal("3.5"));
        sale.discountBasket(yen(11));
        SaleTotals before = sale.totals();
        String id = sale.suspend("forgot the purse");
        assertRefused(Refusal.SALE_IS_OVER, () -> scan(sale, PEN));

        OpenSale again = shop.till.recall(MANAGER, id);
        assertThat(again.id()).isEqualTo(sale.id());
        assertThat(again.totals()).isEqualTo(before);
        scan(again, PEN);
        assertThat(again.totals().lines()).last().extracting("number").isEqualTo(4);
        ClosedSale closed = again.tenderCash(again.totals().due()).orElseThrow();
        assertThat(closed.id()).isEqualTo(sale.id());
        assertThat(shop.types()).containsOnlyOnce("LineVoided", "SaleSuspended", "SaleRecalled", "SaleClosed");
        assertThat(shop.entries("Discounted")).hasSize(3);
        assertThat(shop.reports.x(MANAGER).voidedLines()).isEqualTo(1);
        assertThat(shop.entries("SaleSuspended").get(0).payload().get("reason").getAsString())
                .isEqualTo("forgot the purse");
    }

    @Test
    void recalledOnce() throws Exception {
        String id = suspended(ONIGIRI);
        assertThat(shop.till.suspended()).extracting(SuspendedSale::id).containsExactly(id);
        shop.till.recall(SUPERVISOR, id);
        assertThat(shop.till.suspended()).isEmpty();
        assertRefused(Refusal.NOT_SUSPENDED, () -> shop.till.recall(CASHIER, id));
        assertRefused(Refusal.NOT_SUSPENDED, () -> shop.till.recall(CASHIER, "S1-999"));
        assertRefused(Refusal.NOT_SUSPENDED, () -> shop.till.recall(CASHIER, "1-000001"));
    }

    private String suspended(String... codes) throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        for (String code : codes) {
            scan(sale, code);
        }
        return sale.suspend("");
    }

    @Test
    void whoMayNotSellMayNotRecall() throws Exception {
        String id = suspended(ONIGIRI);
        Operator auditor = new Operator("saburo", Role.AUDITOR, false, false);
        assertRefused(Refusal.NOT_ALLOWED, () -> shop.till.recall(auditor, id));
        shop.till.recall(CASHIER, id);
    }

    @Test
    void nothingCannotBeSetAside() throws Exception {
        assertRefused(Refusal.NO_LINES, () -> shop.begin(CASHIER).suspend(""));
    }

    @Test
    void withoutMoneyItExpiresWithItsDayAndZVoidsIt() throws Exception {
        String id = suspended(ONIGIRI);
        shop.clock.advance(Duration.ofDays(1));
        assertRefused(Refusal.SUSPENSION_EXPIRED, () -> shop.till.recall(CASHIER, id));
        assertThat(shop.reports.z(MANAGER).voidedSales()).isEqualTo(1);
        assertThat(shop.entries("SuspensionExpired")).hasSize(1);
        assertThat(shop.till.suspended()).isEmpty();
        assertThat(shop.reports.z(MANAGER).voidedSales()).isZero();
    }

    @Test
    void theDayWaitsForMoneyAndOpenSales() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        pieces(sale, 3, PEN);
        assertRefused(Refusal.DAY_HAS_OPEN_SALE, () -> shop.reports.z(MANAGER));
        assertThat(sale.tenderCash(yen(100))).isEmpty();
        String id = sale.suspend("");
        assertRefused(Refusal.DAY_HAS_PAID_SALE, () -> shop.reports.z(MANAGER));
        shop.clock.advance(Duration.ofDays(1));
        assertRefused(Refusal.DAY_HAS_PAID_SALE, () -> shop.reports.z(MANAGER));
        OpenSale again = shop.till.recall(CASHIER, id);
        assertThat(again.totals().due()).isEqualTo(yen(395));
        assertThat(again.tenderCash(yen(400)).orElseThrow().change()).isEqualTo(yen(5));
        assertThat(shop.reports.z(MANAGER).total()).isEqualTo(yen(495));
    }

    @Test
    void anotherLaneGoesOnWithWhatIsNotPaidYet() throws Exception {
        Shop second = shop.lane("2");
        String id = suspended(ONIGIRI, PEN);
        OpenSale there = second.till.recall(CASHIER, id);
        assertRefused(Refusal.NOT_SUSPENDED, () -> shop.till.recall(CASHIER, id));
        ClosedSale closed = there.tenderCash(there.totals().due()).orElseThrow();
        assertThat(closed.receiptNumber()).hasToString("2-000001");
        assertThat(second.reports.z(MANAGER).sales()).isEqualTo(1);
        assertThat(shop.reports.z(MANAGER).sales()).isZero();

        OpenSale paid = shop.begin(CASHIER);
        scan(paid, PEN);
        paid.tenderCash(yen(1));
        String paidId = paid.suspend("");
        assertRefused(Refusal.PAID_ON_OTHER_LANE, () -> second.till.recall(CASHIER, paidId));
        second.reports.z(MANAGER);
        assertThat(shop.till.recall(CASHIER, paidId).totals().due()).isEqualTo(yen(164));
    }

    @Test
    void aLaneTakesUpItsOwnOpenSalesOnly() throws Exception {
        Shop second = shop.lane("2");
        scan(shop.begin(CASHIER), PEN);
        assertThat(second.till.takeUpOpen()).isEmpty();
        shop.killAndStartAgain();
        assertThat(second.sell(ONIGIRI).receiptNumber()).hasToString("2-000001");
        String id = shop.till.takeUpOpen().get(0).id();
        assertThat(second.till.recall(CASHIER, id).totals().due()).isEqualTo(yen(165));
    }

    @Test
    void goodsThatComeBackAreSetAsideToo() throws Exception {
        ReceiptNumber receipt = shop.sell(ONIGIRI, PEN).receiptNumber();
        OpenSale back = shop.begin(SUPERVISOR);
        back.giveBack(receipt, 2, Quantity.ONE);
        SaleTotals before = back.totals();
        OpenSale again = shop.till.recall(SUPERVISOR, back.suspend(""));
        assertThat(again.totals()).isEqualTo(before);
        assertThat(again.refundCash(yen(165))).isPresent();
        assertThat(shop.entries("GoodsReturned")).hasSize(1);
    }

    @Test
    void crashSetsTheOpenSaleAside() throws Exception {
        OpenSale sale = shop.begin(MANAGER);
        pieces(sale, 3, PEN);
        scan(sale, ONIGIRI);
        sale.voidLine(2);
        sale.discountBasket(new BigDecimal("10"));
        assertThat(sale.tenderCash(yen(100))).isEmpty();
        SaleTotals before = sale.totals();
        shop.killAndStartAgain();

        List<SuspendedSale> left = shop.till.takeUpOpen();
        assertThat(left).extracting(SuspendedSale::operator).containsExactly("kimiko");
        assertThat(left).extracting(SuspendedSale::tendered).containsExactly(yen(100));
        assertThat(shop.till.takeUpOpen()).isEmpty();
        assertThat(shop.types()).containsExactly("LineVoided", "Discounted", "SaleSuspended");
        OpenSale again = shop.till.recall(MANAGER, left.get(0).id());
        assertThat(again.totals()).isEqualTo(before);
        assertThat(again.tenderCash(again.totals().due())).isPresent();
        assertThat(shop.entries("LineVoided")).hasSize(1);
        assertThat(shop.entries("SaleClosed")).hasSize(1);
    }

    @Test
    void crashAfterRecallLosesNothing() throws Exception {
        OpenSale sale = shop.till.recall(CASHIER, suspended(PEN, ONIGIRI));
        SaleTotals before = sale.totals();
        shop.killAndStartAgain();
        List<SuspendedSale> left = shop.till.takeUpOpen();
        assertThat(left).hasSize(1);
        assertThat(shop.till.recall(CASHIER, left.get(0).id()).totals()).isEqualTo(before);
    }

    @Test
    void closedAndVoidedSalesLeaveNothingOpen() throws Exception {
        shop.sell(ONIGIRI, PEN);
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        sale.abandon("no money");
        assertThat(shop.till.takeUpOpen()).isEmpty();
        shop.killAndStartAgain();
        assertThat(shop.till.takeUpOpen()).isEmpty();
        assertThat(shop.types())
                .filteredOn(type -> type.startsWith("Sale"))
                .containsExactly("SaleClosed", "SaleVoided");
    }

    @Test
    void saleThatIsOpenNowIsNotTakenUp() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        assertThat(shop.till.takeUpOpen()).isEmpty();
        assertThat(sale.tenderCash(yen(165))).isPresent();
    }

    @Test
    void closingAndSuspendingCostOneCommitEach() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        for (int line = 0; line < 5; line++) {
            scan(sale, PEN);
        }
        int before = shop.database.commits;
        String id = sale.suspend("");
        assertThat(shop.database.commits - before).isEqualTo(1);
        OpenSale again = shop.till.recall(CASHIER, id);
        before = shop.database.commits;
        again.tenderCash(yen(825));
        assertThat(shop.database.commits - before).isEqualTo(1);
    }

    @Test
    void suspensionInDoubtIsNotMadeTwice() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        shop.database.next = FaultyDatabase.Fault.AFTER_COMMIT;
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> sale.suspend(""));
        String id = sale.suspend("");
        assertThat(shop.entries("SaleSuspended")).hasSize(1);
        assertThat(shop.till.recall(CASHIER, id).totals().due()).isEqualTo(yen(165));
        OpenSale other = shop.begin(CASHIER);
        scan(other, PEN);
        shop.database.next = FaultyDatabase.Fault.BEFORE_COMMIT;
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> other.suspend(""));
        assertThat(other.tenderCash(yen(165))).isPresent();
    }

    @Test
    void partPaymentThatTheDatabaseDidNotTakeDoesNotCount() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        shop.database.next = FaultyDatabase.Fault.BEFORE_COMMIT;
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> sale.tenderCash(yen(100)));
        assertThat(sale.totals().due()).isEqualTo(yen(165));
        assertThat(sale.tenderCash(yen(100))).isEqualTo(Optional.empty());
        assertThat(sale.tenderCash(yen(65))).isPresent();
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable what) {
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(what)
                .extracting(CheckoutRefusal::refusal)
                .isEqualTo(refusal);
    }

    @Test
    void saleThatACardPaidAPartOfIsNotSetAside() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        sale.tenderCard(yen(100));
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(() -> sale.suspend("later"))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.SUSPEND_AFTER_CARD));
        assertThat(sale.tenderCash(yen(65))).isPresent();
    }

    @Test
    void afterACrashTheCardGetsItsPartBackAndTheSaleGoesOn() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        sale.tenderCard(yen(100));
        shop.killAndStartAgain();
        assertThat(shop.till.reconcile()).isEmpty();
        String id = shop.till.takeUpOpen().get(0).id();
        OpenSale again = shop.till.recall(CASHIER, id);
        assertThat(again.totals().due()).isEqualTo(yen(165));
        assertThat(again.tenderCard(yen(165))).isPresent();
        assertThat(shop.entries("SaleClosed")).hasSize(1);
    }

    @Test
    void saleWhoseCardPaymentIsUnknownIsNotTakenUpBeforeItIsSettled() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        shop.terminal.next(ScriptedTerminal.Way.DROP_AFTER);
        assertThatExceptionOfType(CheckoutRefusal.class).isThrownBy(() -> sale.tenderCard(yen(165)));
        shop.killAndStartAgain();
        assertThat(shop.till.takeUpOpen()).isEmpty();
        assertThat(shop.till.reconcile()).isEmpty();
        assertThat(shop.till.takeUpOpen()).isEmpty();
        assertThat(shop.till.suspended()).isEmpty();
        assertThat(shop.entries("SaleClosed")).hasSize(1);
        shop.reports.z(MANAGER);
    }

    @Test
    void givenUpWhileItsPaymentIsUnknownItIsTakenUpOnceThatNeverWas() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        shop.terminal.next(ScriptedTerminal.Way.DROP_BEFORE);
        assertThatExceptionOfType(CheckoutRefusal.class).isThrownBy(() -> sale.tenderCard(yen(165)));
        sale.abandon("gone");
        assertThat(shop.till.takeUpOpen()).isEmpty();
        assertThat(shop.till.reconcile()).isEmpty();
        assertThat(shop.till.takeUpOpen()).hasSize(1);
    }
}
