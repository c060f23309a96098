package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sekisho.checkout.till.Shelf.ONIGIRI;
import static org.sekisho.checkout.till.Shelf.PEN;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.checkout.AftermathStep;
import org.sekisho.checkout.StepFault;
import org.sekisho.checkout.WaitingStep;
import org.sekisho.journal.Entry;
import org.sekisho.journal.Verification;
import org.sekisho.storage.StorageFault;

class AftermathTest {

    private final Shop shop = new Shop();
    private final BusyStep busy = new BusyStep();

    @AfterEach
    void close() throws Exception {
        busy.release();
        shop.close();
    }

    @Test
    void drawerAndReceiptFollowASaleInTheirOrder() throws Exception {
        shop.sell(PEN);
        shop.sell(ONIGIRI);
        shop.settle();
        assertThat(shop.drawer.done).containsExactly("1-000001", "1-000002");
        assertThat(shop.printer.done).containsExactly("1-000001", "1-000002");
    }

    @Test
    void whatWasDoneIsWrittenWithTheNextSale() throws Exception {
        shop.steps(shop.printer, busy);
        shop.sell(PEN);
        busy.awaitBegun();
        int before = shop.database.commits;
        shop.sell(PEN);
        assertThat(shop.database.commits).isEqualTo(before + 1);
        assertThat(shop.types()).containsExactly("SaleClosed", "ReceiptPrinted", "SaleClosed");
        Entry printed = shop.entries("ReceiptPrinted").get(0);
        assertThat(printed.payload().get("receiptNumber").getAsString()).isEqualTo("1-000001");
        assertThat(printed.payload().get("repeat").getAsBoolean()).isFalse();
    }

    @Test
    void aCleanStopLeavesNothingOpen() throws Exception {
        shop.sell(PEN);
        shop.till.stop();
        shop.startAgain();
        assertThat(shop.till.resume()).isZero();
        assertThat(shop.printer.done).containsExactly("1-000001");
        assertThat(shop.types()).containsExactly("SaleClosed", "ReceiptPrinted");
    }

    @Test
    void whatACrashLeftOpenIsDoneAgainAndMarked() throws Exception {
        shop.steps(shop.printer, shop.drawer, busy);
        shop.sell(PEN);
        busy.awaitBegun();
        shop.killAndStartAgain(); // before it was written that the receipt is out
        shop.steps(shop.printer, shop.drawer, busy);
        busy.release();
        assertThat(shop.till.resume()).isEqualTo(1);
        assertThat(shop.till.resume()).isZero();
        shop.settle();
        assertThat(shop.printer.done).containsExactly("1-000001", "1-000001 again");
        assertThat(shop.drawer.done).containsExactly("1-000001"); // a drawer does not open by itself after a start
        shop.till.stop();
        assertThat(shop.types()).containsExactly("SaleClosed", "StepDropped", "ReceiptPrinted", "StepDropped");
        assertThat(shop.entries("ReceiptPrinted").get(0).payload().get("repeat").getAsBoolean())
                .isTrue();
        shop.startAgain();
        assertThat(shop.till.resume()).isZero();
    }

    @Test
    void salesOfThisRunAreNotResumed() throws Exception {
        shop.sell(PEN);
        assertThat(shop.till.resume()).isZero();
        shop.settle();
        assertThat(shop.printer.done).containsExactly("1-000001");
    }

    @Test
    void paperOutHoldsReceiptsBackInOrderAndNoSale() throws Exception {
        shop.printer.failOnceWith(new StepFault("out of paper", false, null));
        shop.printer.failOnceWith(new StepFault("out of paper", false, null));
        shop.sell(PEN);
        shop.settle();
        assertThat(shop.till.waiting())
                .containsExactly(new WaitingStep("receipt", new ReceiptNumber("1", 1), 1, "out of paper"));
        shop.sell(ONIGIRI);
        shop.drawer.awaitDone(2);
        shop.printer.awaitDone(2);
        assertThat(shop.printer.done).containsExactly("1-000001", "1-000002");
        assertThat(shop.till.waiting()).isEmpty();
        shop.till.stop();
        assertThat(shop.entries("StepFailed")).hasSize(1); // the reason was the same both times
    }

    @Test
    void aReceiptThatMayHaveComeOutIsMarkedWhenItIsTriedAgain() throws Exception {
        shop.printer.failOnceWith(new StepFault("no answer", true, null));
        shop.sell(PEN);
        shop.printer.awaitDone(1);
        assertThat(shop.printer.done).containsExactly("1-000001 again");
    }

    @Test
    void aDrawerThatDoesNotOpenIsJournalledAndNotTriedLater() throws Exception {
        shop.drawer.failOnceWith(new StepFault("no drawer answers", false, null));
        shop.sell(PEN);
        shop.sell(PEN);
        shop.settle();
        assertThat(shop.drawer.done).containsExactly("1-000002");
        shop.till.stop();
        assertThat(shop.entries("StepFailed").get(0).payload().get("reason").getAsString())
                .isEqualTo("no drawer answers");
        shop.startAgain();
        assertThat(shop.till.resume()).isZero();
    }

    @Test
    void aStepThatThrowsAnythingCostsNoSale() throws Exception {
        shop.printer.failOnceWith(new IllegalStateException("\uD800 broken \n driver"));
        shop.sell(PEN);
        shop.printer.awaitDone(1);
        shop.sell(PEN);
        shop.settle();
        shop.till.stop();
        assertThat(shop.entries("StepFailed").get(0).payload().get("reason").getAsString())
                .isEqualTo("? broken   driver");
        assertThat(shop.journal.verify()).isInstanceOf(Verification.Whole.class);
    }

    @Test
    void aStepThatCannotSayWhetherItIsNeededIsTried() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        shop.steps(new AftermathStep() {
            @Override
            public String name() {
                return "odd";
            }

            @Override
            public int order() {
                return 1;
            }

            @Override
            public boolean concerns(ClosedSale sale) {
                throw new IllegalStateException("who knows");
            }

            @Override
            public boolean survivesRestart() {
                return true;
            }

            @Override
            public Optional<String> recordedAs() {
                return Optional.of("not a type");
            }

            @Override
            public void perform(ClosedSale sale, boolean repeat) {
                tried.countDown();
            }
        });
        shop.sell(PEN);
        assertThat(tried.await(20, TimeUnit.SECONDS)).isTrue();
        shop.settle();
        assertThat(shop.sell(PEN).receiptNumber().number()).isEqualTo(2);
    }

    @Test
    void marksOfASaleThatFailedAreKeptForTheNext() throws Exception {
        shop.steps(shop.printer, busy);
        shop.sell(PEN);
        busy.awaitBegun();
        shop.database.next = FaultyDatabase.Fault.BEFORE_COMMIT;
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> shop.sell(PEN));
        shop.sell(PEN);
        assertThat(shop.types()).containsExactly("SaleClosed", "ReceiptPrinted", "SaleClosed");
    }

    @Test
    void manySalesThatWaitAreAllDoneInTheEnd() throws Exception {
        shop.steps(shop.printer);
        shop.printer.failOnceWith(new StepFault("offline", false, null));
        for (int i = 0; i < 150; i++) { // more than are kept in memory
            shop.sell(PEN);
        }
        shop.printer.awaitDone(150);
        assertThat(shop.printer.done).hasSize(150).doesNotHaveDuplicates().noneMatch(done -> done.endsWith("again"));
        assertThat(List.copyOf(shop.printer.done)).isSorted();
        shop.till.stop();
        assertThat(shop.entries("ReceiptPrinted")).hasSize(150);
        shop.startAgain();
        assertThat(shop.till.resume()).isZero();
    }
}
