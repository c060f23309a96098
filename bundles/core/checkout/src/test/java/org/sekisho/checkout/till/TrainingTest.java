package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sekisho.checkout.till.Shelf.ONIGIRI;
import static org.sekisho.checkout.till.Shelf.PEN;
import static org.sekisho.checkout.till.Shop.CASHIER;
import static org.sekisho.checkout.till.Shop.MANAGER;
import static org.sekisho.checkout.till.Shop.scan;
import static org.sekisho.checkout.till.Shop.yen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Quantity;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.ReceiptMark;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.StepFault;
import org.sekisho.checkout.TillReport;
import org.sekisho.checkout.Training;

/** Practice: whoever looks at the shop afterwards finds nothing of it but that somebody practised. */
class TrainingTest {

    private final Shop shop = new Shop();
    private final List<String> printed = new ArrayList<>();
    private Training.Session session;

    @BeforeEach
    void begin() throws Exception {
        shop.till.paper = (sale, mark) -> {
            assertThat(mark).isEqualTo(ReceiptMark.TRAINING);
            printed.add(sale.receiptNumber().toString());
        };
        session = shop.till.train(MANAGER);
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    private static void refused(Refusal refusal, ThrowingCallable call) {
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    private ClosedSale practised() throws Exception {
        OpenSale sale = session.begin();
        scan(sale, ONIGIRI);
        scan(sale, PEN);
        sale.voidLine(2);
        assertThat(sale.tenderCash(yen(100))).isEmpty();
        return sale.tenderCash(yen(30)).orElseThrow();
    }

    @Test
    void nothingOfItHappened() throws Exception {
        ClosedSale real = shop.sell(PEN);
        shop.settle();
        TillReport before = shop.reports.x(MANAGER);
        int kicks = shop.drawer.done.size();
        int receipts = shop.printer.done.size();

        ClosedSale first = practised();
        assertThat(first.change()).isEqualTo(yen(2));
        assertThat(first.receiptNumber()).hasToString("T-000001");
        OpenSale card = session.begin();
        scan(card, PEN);
        assertThat(card.tenderCard(yen(165)).orElseThrow().receiptNumber()).hasToString("T-000002");
        OpenSale back = session.begin();
        back.giveBack(real.receiptNumber(), 1, Quantity.ONE);
        assertThat(back.refundCash(yen(165)).orElseThrow().total()).isEqualTo(yen(-165));
        OpenSale whole = session.begin();
        assertThat(whole.postVoid(real.receiptNumber(), "tried").total()).isEqualTo(yen(-165));
        session.noSale(Optional.empty(), "tried");
        session.end();

        shop.settle();
        assertThat(printed).containsExactly("T-000001", "T-000002", "T-000003", "T-000004");
        assertThat(shop.reports.x(MANAGER)).isEqualTo(before);
        assertThat(shop.drawer.done).hasSize(kicks);
        assertThat(shop.printer.done).hasSize(receipts);
        assertThat(shop.terminal.done).isEmpty();
        assertThat(shop.types())
                .filteredOn(type -> !type.equals("ReceiptPrinted")) // of the real sale, written with what comes next
                .containsExactly("TrainingStarted", "SaleClosed", "TrainingEnded");
        assertThat(shop.till.takeUpOpen()).isEmpty();
        assertThat(shop.sell(PEN).receiptNumber().number())
                .isEqualTo(real.receiptNumber().number() + 1);
        OpenSale returned = shop.begin(MANAGER);
        returned.giveBack(real.receiptNumber(), 1, Quantity.ONE);
        assertThat(returned.refundCash(yen(165))).isPresent();
    }

    @Test
    void practiceLeavesNothingAfterACrash() throws Exception {
        OpenSale sale = session.begin();
        scan(sale, PEN);
        assertThat(sale.tenderCash(yen(100))).isEmpty();
        shop.killAndStartAgain();
        assertThat(shop.till.takeUpOpen()).isEmpty();
        assertThat(shop.types()).containsExactly("TrainingStarted");
    }

    @Test
    void limitsAndRightsAreTheShopsOwn() throws Exception {
        Training.Session cashiers = shop.till.train(CASHIER);
        OpenSale sale = cashiers.begin();
        refused(Refusal.NO_LINES, sale::end);
        scan(sale, PEN);
        refused(Refusal.NEEDS_APPROVAL, () -> sale.giveBack(PEN, Quantity.ONE, Optional.empty()));
        refused(Refusal.NEEDS_APPROVAL, () -> cashiers.noSale(Optional.empty(), "change"));
        cashiers.noSale(Optional.of(MANAGER), "change");
        refused(Refusal.REASON_MISSING, () -> session.noSale(Optional.empty(), " "));
        refused(Refusal.CARD_OUT_OF_RANGE, () -> sale.tenderCard(yen(166)));
        refused(Refusal.NO_SUCH_VOUCHER, () -> sale.tenderVoucher("none"));
        refused(Refusal.NOT_IN_TRAINING, () -> sale.suspend("lunch"));
        assertThat(sale.tenderCash(yen(165))).isPresent();
        refused(Refusal.SALE_IS_OVER, () -> scan(sale, PEN));
    }

    @Test
    void printerThatFailsIsToldOnce() throws Exception {
        shop.till.paper = (sale, mark) -> {
            throw new StepFault("the printer has no paper", false, new IllegalStateException("no paper"));
        };
        practised();
        practised();
        assertThat(session.notPrinted()).containsExactly("the printer has no paper");
    }
}
