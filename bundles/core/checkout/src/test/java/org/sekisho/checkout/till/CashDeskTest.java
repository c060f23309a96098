package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sekisho.checkout.till.Shelf.ONIGIRI;
import static org.sekisho.checkout.till.Shelf.PEN;
import static org.sekisho.checkout.till.Shop.CASHIER;
import static org.sekisho.checkout.till.Shop.MANAGER;
import static org.sekisho.checkout.till.Shop.SUPERVISOR;
import static org.sekisho.checkout.till.Shop.scan;
import static org.sekisho.checkout.till.Shop.yen;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Quantity;
import org.sekisho.checkout.CashDesk.Counted;
import org.sekisho.checkout.CashDesk.Movement;
import org.sekisho.checkout.CashDesk.ShiftReport;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.StepFault;
import org.sekisho.storage.StorageFault;

/** Shifts and cash: what lies in the drawer is what it began with and what moved, and a count is blind. */
class CashDeskTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    private static Counted total(long yen) {
        return new Counted(yen(yen), Map.of());
    }

    private void refused(Refusal refusal, ThrowingCallable call) {
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    @Test
    void aShiftAddsUp() throws Exception {
        assertThat(shop.desk.open(CASHIER, new Counted(yen(30_000), Map.of(10_000L, 2L, 1_000L, 10L))))
                .isEqualTo(1);
        shop.sell(ONIGIRI);
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        sale.tenderCash(yen(1_000));
        shop.desk.move(SUPERVISOR, Optional.empty(), Movement.PAID_IN, yen(5_000), "change from the bank");
        shop.desk.move(CASHIER, Optional.of(SUPERVISOR), Movement.PAID_OUT, yen(800), "courier");
        shop.desk.move(MANAGER, Optional.empty(), Movement.DROP, yen(20_000), "to the safe");
        shop.desk.count(CASHIER, total(14_493));
        ShiftReport report = shop.desk.close(CASHIER, Optional.empty());
        assertThat(report.sales()).isEqualTo(yen(293));
        assertThat(report.expected()).isEqualTo(yen(30_000 + 293 + 5_000 - 800 - 20_000));
        assertThat(report.difference()).isEqualTo(yen(0));
        assertThat(shop.types())
                .containsSubsequence(
                        "ShiftOpened", "CashMoved", "CashMoved", "CashMoved", "ShiftCounted", "ShiftClosed");
        assertThat(shop.entries("CashMoved").get(1).payload().get("approver").getAsString())
                .isEqualTo(SUPERVISOR.name());
        assertThat(shop.desk.open(CASHIER, total(0))).isEqualTo(2);
    }

    @Test
    void aCountIsBlind() throws Exception {
        shop.desk.open(CASHIER, total(10_000));
        shop.sell(ONIGIRI);
        refused(Refusal.SHIFT_NOT_COUNTED, () -> shop.desk.close(CASHIER, Optional.empty()));
        shop.desk.count(CASHIER, total(10_000));
        refused(Refusal.NEEDS_APPROVAL, () -> shop.desk.close(CASHIER, Optional.empty()));
        shop.desk.count(CASHIER, total(10_028));
        ShiftReport report = shop.desk.close(CASHIER, Optional.of(SUPERVISOR));
        assertThat(report.difference()).isEqualTo(yen(-100));
        assertThat(shop.entries("ShiftCounted")).hasSize(2);
        assertThat(shop.entries("ShiftCounted").get(0).payload().keySet())
                .containsExactlyInAnyOrder("amount", "businessDate", "operator", "pieces", "shift", "store", "v");
        assertThat(shop.entries("ShiftClosed").get(0).payload().get("approver").getAsString())
                .isEqualTo(SUPERVISOR.name());
    }

    @Test
    void nobodyApprovesTheDifferenceOfTheirOwnCount() throws Exception {
        shop.desk.open(CASHIER, total(10_000));
        shop.desk.count(SUPERVISOR, total(9_000));
        refused(Refusal.OWN_APPROVAL, () -> shop.desk.close(SUPERVISOR, Optional.empty()));
        refused(Refusal.OWN_APPROVAL, () -> shop.desk.close(CASHIER, Optional.of(SUPERVISOR)));
        refused(Refusal.OWN_APPROVAL, () -> shop.desk.close(CASHIER, Optional.of(CASHIER)));
        shop.desk.close(CASHIER, Optional.of(MANAGER));
    }

    @Test
    void whatMovesAfterTheCountIsCountedAgain() throws Exception {
        shop.desk.open(CASHIER, total(10_000));
        shop.desk.count(CASHIER, total(10_000));
        shop.sell(ONIGIRI);
        refused(Refusal.SHIFT_NOT_COUNTED, () -> shop.desk.close(CASHIER, Optional.empty()));
        shop.desk.count(CASHIER, total(10_128));
        shop.desk.move(SUPERVISOR, Optional.empty(), Movement.PAID_IN, yen(1), "found");
        refused(Refusal.SHIFT_NOT_COUNTED, () -> shop.desk.close(CASHIER, Optional.empty()));
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        refused(Refusal.NO_SHIFT, () -> shop.desk.count(CASHIER, total(0)));
        refused(Refusal.NO_SHIFT, () -> shop.desk.close(CASHIER, Optional.empty()));
        refused(
                Refusal.NO_SHIFT,
                () -> shop.desk.move(MANAGER, Optional.empty(), Movement.DROP, yen(1), "to the safe"));
        shop.desk.open(CASHIER, total(0));
        refused(Refusal.SHIFT_IS_OPEN, () -> shop.desk.open(CASHIER, total(0)));
        refused(Refusal.CASH_OUT_OF_RANGE, () -> shop.desk.count(CASHIER, total(-1)));
        refused(Refusal.PIECES_DIFFER, () -> shop.desk.count(CASHIER, new Counted(yen(1_000), Map.of(500L, 1L))));
        refused(Refusal.PIECES_DIFFER, () -> shop.desk.count(CASHIER, new Counted(yen(500), Map.of(-500L, -1L))));
        refused(
                Refusal.NEEDS_APPROVAL,
                () -> shop.desk.move(CASHIER, Optional.empty(), Movement.PAID_OUT, yen(1), "courier"));
        refused(
                Refusal.REASON_MISSING,
                () -> shop.desk.move(MANAGER, Optional.empty(), Movement.PAID_OUT, yen(1), " "));
        refused(
                Refusal.CASH_OUT_OF_RANGE,
                () -> shop.desk.move(MANAGER, Optional.empty(), Movement.PAID_OUT, yen(0), "courier"));
    }

    @Test
    void aDrawerThatDoesNotOpenLosesNoMovement() throws Exception {
        shop.desk.open(CASHIER, total(0));
        shop.desk.drawer = () -> {
            throw new StepFault("jammed", true, new IllegalStateException());
        };
        refused(
                Refusal.DRAWER_FAILED,
                () -> shop.desk.move(MANAGER, Optional.empty(), Movement.PAID_IN, yen(1_000), "change"));
        shop.desk.count(CASHIER, total(1_000));
        assertThat(shop.desk.close(CASHIER, Optional.empty()).difference()).isEqualTo(yen(0));
        assertThat(shop.types()).containsSubsequence("CashMoved", "DrawerFailed");
    }

    @Test
    void aFullDiskMovesNothing() throws Exception {
        shop.desk.open(CASHIER, total(500));
        shop.database.next = FaultyDatabase.Fault.BEFORE_COMMIT;
        assertThatExceptionOfType(StorageFault.class)
                .isThrownBy(() -> shop.desk.move(MANAGER, Optional.empty(), Movement.DROP, yen(100), "to the safe"));
        shop.desk.count(CASHIER, total(500));
        assertThat(shop.desk.close(CASHIER, Optional.empty()).dropped()).isEqualTo(yen(0));
    }

    /** Sales, returns, cards, movements, days and kills in any order: the drawer holds its float and what moved, at every moment. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theDrawerHoldsItsFloatAndWhatMoved(long seed) throws Exception {
        Random chance = new Random(seed);
        long drawer = 20_000;
        shop.desk.open(CASHIER, total(drawer));
        Optional<ClosedSale> last = Optional.empty();
        for (int step = 0; step < 120; step++) {
            long amount = 1L + chance.nextInt(2_000);
            switch (chance.nextInt(9)) {
                case 0 -> {
                    shop.desk.move(MANAGER, Optional.empty(), Movement.PAID_IN, yen(amount), "change");
                    drawer += amount;
                }
                case 1 -> {
                    shop.desk.move(MANAGER, Optional.empty(), Movement.PAID_OUT, yen(amount), "courier");
                    drawer -= amount;
                }
                case 2 -> {
                    shop.desk.move(MANAGER, Optional.empty(), Movement.DROP, yen(amount), "to the safe");
                    drawer -= amount;
                }
                case 3 -> {
                    OpenSale sale = shop.begin(CASHIER);
                    scan(sale, ONIGIRI);
                    scan(sale, PEN);
                    sale.tenderCard(yen(100));
                    sale.tenderCash(yen(1_000));
                    drawer += 193;
                }
                case 4 -> {
                    if (last.isPresent()) {
                        OpenSale back = shop.begin(SUPERVISOR);
                        back.giveBack(last.get().receiptNumber(), 1, Quantity.ONE);
                        back.refundCash(yen(128));
                        drawer -= 128;
                        last = Optional.empty();
                    }
                }
                case 5 -> shop.reports.z(MANAGER);
                case 6 -> shop.killAndStartAgain();
                default -> {
                    last = Optional.of(shop.sell(ONIGIRI));
                    drawer += 128;
                }
            }
            if (drawer >= 0) {
                shop.desk.count(CASHIER, total(drawer));
            }
        }
        shop.desk.move(MANAGER, Optional.empty(), Movement.PAID_IN, yen(1_000_000), "never below nothing");
        shop.desk.count(CASHIER, total(drawer + 1_000_000));
        ShiftReport report = shop.desk.close(CASHIER, Optional.empty());
        assertThat(report.difference()).isEqualTo(yen(0));
        assertThat(report.expected()).isEqualTo(yen(drawer + 1_000_000));
    }
}
