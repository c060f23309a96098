package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sekisho.checkout.till.Shelf.PEN;
import static org.sekisho.checkout.till.Shop.CASHIER;
import static org.sekisho.checkout.till.Shop.SUPERVISOR;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.ReceiptMark;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.Reprints.Reprint;
import org.sekisho.checkout.StepFault;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Role;
import org.sekisho.journal.Entry;

/** A receipt once more: marked and counted, by whoever may, each on record before it is paper. */
class ReprintTest {

    private static final Operator AUDITOR = new Operator("shiro", Role.AUDITOR, false, false);

    private final Shop shop = new Shop();
    private final List<String> printed = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void giveItAPrinter() {
        shop.copies.paper = (sale, mark) -> printed.add(sale.receiptNumber() + " " + mark.kind() + " " + mark.copy());
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void everyCopyHasTheNextNumberOfItsReceipt() throws Exception {
        ClosedSale first = shop.sell(PEN);
        ClosedSale second = shop.sell(PEN);
        assertThat(reprint(first.receiptNumber(), "lost").sale()).isEqualTo(first);
        reprint(second.receiptNumber(), "");
        reprint(first.receiptNumber(), "");

        assertThat(printed).containsExactly("1-000001 COPY 1", "1-000002 COPY 1", "1-000001 COPY 2");
        List<Entry> entries = shop.entries("ReceiptReprinted");
        assertThat(entries.get(0).payload().get("reason").getAsString()).isEqualTo("lost");
        assertThat(entries.get(1).payload().has("reason")).isFalse();
        assertThat(entries.get(2).payload().get("copy").getAsLong()).isEqualTo(2);
        assertThat(entries.get(2).payload().get("receiptNumber").getAsString()).isEqualTo("1-000001");
        assertThat(entries.get(2).payload().get("operator").getAsString()).isEqualTo(SUPERVISOR.name());
    }

    @Test
    void copiesHaveNoGapsWhereManyAskAtOnce() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN).receiptNumber();
        List<Long> numbers = Collections.synchronizedList(new ArrayList<>());
        List<Thread> lanes = new ArrayList<>();
        for (int lane = 0; lane < 4; lane++) {
            CopyDesk desk = new CopyDesk(shop.database, shop.journal);
            desk.paper = (sale, mark) -> numbers.add(mark.copy());
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 25; i++) {
                    try {
                        desk.reprint(SUPERVISOR, Optional.empty(), receipt, "");
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }
            });
            lanes.add(thread);
            thread.start();
        }
        for (Thread lane : lanes) {
            lane.join();
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 100).boxed().toList());
        assertThat(shop.entries("ReceiptReprinted")).hasSize(100);
    }

    @Test
    void whoMayNotDoesNotGetOneAlone() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN).receiptNumber();
        assertRefused(Refusal.NEEDS_APPROVAL, () -> reprint(CASHIER, Optional.empty(), receipt));
        assertRefused(Refusal.OWN_APPROVAL, () -> reprint(CASHIER, Optional.of(CASHIER), receipt));
        assertRefused(Refusal.NOT_ALLOWED, () -> reprint(CASHIER, Optional.of(AUDITOR), receipt));
        assertRefused(Refusal.NEEDS_APPROVAL, () -> reprint(AUDITOR, Optional.empty(), receipt));
        assertThat(printed).isEmpty();
        assertThat(shop.entries("ReceiptReprinted")).isEmpty();

        reprint(CASHIER, Optional.of(SUPERVISOR), receipt);
        assertThat(printed).hasSize(1);
        assertThat(shop.entries("ReceiptReprinted")
                        .get(0)
                        .payload()
                        .get("approver")
                        .getAsString())
                .isEqualTo(SUPERVISOR.name());
    }

    @Test
    void whatWasNeverSoldIsNotPrinted() throws Exception {
        assertRefused(Refusal.NO_SUCH_RECEIPT, () -> reprint(new ReceiptNumber("1", 1), ""));
        ReceiptNumber receipt = shop.sell(PEN).receiptNumber();
        assertRefused(Refusal.REASON_MISSING, () -> reprint(receipt, "x".repeat(201)));
        assertThat(shop.entries("ReceiptReprinted")).isEmpty();
    }

    @Test
    void aCopyThatThePrinterFailedAtKeepsItsNumber() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN).receiptNumber();
        shop.copies.paper = (sale, mark) -> {
            throw new StepFault("no paper", true, new IllegalStateException());
        };
        assertRefused(Refusal.COPY_NOT_PRINTED, () -> reprint(receipt, ""));
        giveItAPrinter();
        assertThat(reprint(receipt, "").mark().kind()).isEqualTo(ReceiptMark.Kind.COPY);
        assertThat(printed).containsExactly("1-000001 COPY 2");
        Entry failed = shop.entries("ReprintFailed").get(0);
        assertThat(failed.payload().get("copy").getAsLong()).isEqualTo(1);
        assertThat(failed.payload().get("reason").getAsString()).isEqualTo("no paper");
    }

    @Test
    void whatTheDatabaseDidNotKeepIsNotPrinted() throws Exception {
        ReceiptNumber receipt = shop.sell(PEN).receiptNumber();
        shop.database.next = FaultyDatabase.Fault.BEFORE_COMMIT;
        assertThatThrownBy(() -> reprint(receipt, "")).hasMessageContaining("full");
        assertThat(printed).isEmpty();
        assertThat(reprint(receipt, "").mark().copy()).isEqualTo(1);
    }

    private Reprint reprint(ReceiptNumber receipt, String reason) throws Exception {
        return shop.copies.reprint(SUPERVISOR, Optional.empty(), receipt, reason);
    }

    private void reprint(Operator operator, Optional<Operator> approver, ReceiptNumber receipt) throws Exception {
        shop.copies.reprint(operator, approver, receipt, "");
    }

    private static void assertRefused(Refusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        CheckoutRefusal.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
