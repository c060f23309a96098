package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sekisho.checkout.till.ScriptedTerminal.Way.BREAK_AFTER;
import static org.sekisho.checkout.till.ScriptedTerminal.Way.DECLINE;
import static org.sekisho.checkout.till.ScriptedTerminal.Way.DROP_AFTER;
import static org.sekisho.checkout.till.ScriptedTerminal.Way.DROP_BEFORE;
import static org.sekisho.checkout.till.ScriptedTerminal.Way.UNREACHABLE;
import static org.sekisho.checkout.till.Shelf.ONIGIRI;
import static org.sekisho.checkout.till.Shelf.PEN;
import static org.sekisho.checkout.till.Shop.CASHIER;
import static org.sekisho.checkout.till.Shop.MANAGER;
import static org.sekisho.checkout.till.Shop.SUPERVISOR;
import static org.sekisho.checkout.till.Shop.scan;
import static org.sekisho.checkout.till.Shop.yen;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.model.CardSlip;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.TenderType;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Payment;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleJson;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Role;
import org.sekisho.journal.Entry;
import org.sekisho.storage.StorageFault;

/** Cards: charged once, whatever breaks; a payment whose end nobody knows blocks its sale and the day until the terminal was asked. */
class CardPaymentsTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    private ScriptedTerminal terminal() {
        return shop.terminal;
    }

    private OpenSale sale(String... codes) throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        for (String code : codes) {
            scan(sale, code);
        }
        return sale;
    }

    private void refused(Refusal refusal, ThrowingCallable call) {
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    @Test
    void aCardPaysWhatIsDue() throws Exception {
        ClosedSale closed = sale(ONIGIRI).tenderCard(yen(128)).orElseThrow();
        assertThat(closed.tenders())
                .containsExactly(Tender.card(yen(128), Optional.of(new CardSlip("VISA ************1111", "ref-1"))));
        assertThat(closed.change()).isEqualTo(yen(0));
        assertThat(shop.types()).containsSubsequence("PaymentStarted", "PaymentApproved", "SaleClosed");
        assertThat(shop.till.find(closed.receiptNumber())).contains(closed);
        assertThat(shop.reports.x(MANAGER).tenders()).containsEntry(TenderType.CARD, yen(128));
        assertThat(SaleJson.contract(closed).get("tenders")).hasToString("[{\"type\":\"card\",\"amount\":128}]");
    }

    @Test
    void theTerminalHearsOfNothingThatIsNotOnRecord() throws Exception {
        OpenSale sale = sale(ONIGIRI);
        shop.database.next = FaultyDatabase.Fault.BEFORE_COMMIT;
        assertThatThrownBy(() -> sale.tenderCard(yen(128))).isInstanceOf(StorageFault.class);
        assertThat(terminal().sent).isEmpty();
        assertThat(sale.reconcile()).isEmpty();
        assertThat(sale.tenderCard(yen(128))).isPresent();
        assertThat(terminal().sent).hasSize(1);
    }

    @Test
    void cardAndCashShareASale() throws Exception {
        OpenSale sale = sale(ONIGIRI, PEN);
        assertThat(sale.tenderCard(yen(100))).isEmpty();
        assertThat(sale.totals().due()).isEqualTo(yen(193));
        ClosedSale closed = sale.tenderCash(yen(200)).orElseThrow();
        assertThat(closed.tenders()).extracting(Tender::amount).containsExactly(yen(100), yen(200));
        assertThat(closed.change()).isEqualTo(yen(7));
    }

    @Test
    void aCardPaysNoMoreThanIsDue() throws Exception {
        OpenSale sale = sale(ONIGIRI);
        refused(Refusal.CARD_OUT_OF_RANGE, () -> sale.tenderCard(yen(129)));
        refused(Refusal.CARD_OUT_OF_RANGE, () -> sale.tenderCard(yen(0)));
        assertThat(terminal().sent).isEmpty();
        assertThat(sale.tenderCard(yen(128))).isPresent();
    }

    @Test
    void aDeclinedCardLeavesTheSaleOpen() throws Exception {
        OpenSale sale = sale(ONIGIRI);
        terminal().next(DECLINE, UNREACHABLE);
        refused(Refusal.CARD_DECLINED, () -> sale.tenderCard(yen(128)));
        refused(Refusal.CARD_TERMINAL_FAILED, () -> sale.tenderCard(yen(128)));
        assertThat(sale.tenderCash(yen(128))).isPresent();
        assertThat(shop.entries("PaymentDeclined")).hasSize(2);
    }

    @Test
    void withoutATerminalNoCardIsTaken() throws Exception {
        shop.till.terminal = null;
        refused(Refusal.CARD_TERMINAL_FAILED, () -> sale(ONIGIRI).tenderCard(yen(128)));
    }

    @Test
    void aLostAnswerBlocksTheSaleUntilTheTerminalWasAsked() throws Exception {
        OpenSale sale = sale(ONIGIRI);
        terminal().next(DROP_AFTER);
        terminal().deaf = true;
        refused(Refusal.PAYMENT_UNKNOWN, () -> sale.tenderCard(yen(128)));
        refused(Refusal.PAYMENT_UNKNOWN, () -> sale.tenderCash(yen(128)));
        refused(Refusal.PAYMENT_UNKNOWN, () -> sale.tenderCard(yen(128)));
        refused(Refusal.PAYMENT_UNKNOWN, () -> scan(sale, PEN));
        refused(Refusal.PAYMENT_UNKNOWN, () -> sale.voidLine(1));
        refused(Refusal.PAYMENT_UNKNOWN, sale::reconcile);
        sale.abandon("gone");
        assertThat(shop.entries("SaleVoided")).isEmpty();
        assertThat(shop.entries("PaymentUnknown")).hasSize(1);

        terminal().deaf = false;
        ClosedSale closed = sale.reconcile().orElseThrow();
        assertThat(closed.tenders()).extracting(Tender::amount).containsExactly(yen(128));
        assertThat(terminal().sent.values()).containsExactly(1);
    }

    @Test
    void whatWasNeverChargedIsPaidAnew() throws Exception {
        OpenSale sale = sale(ONIGIRI);
        terminal().next(DROP_BEFORE);
        refused(Refusal.PAYMENT_UNKNOWN, () -> sale.tenderCard(yen(128)));
        refused(Refusal.CARD_TERMINAL_FAILED, sale::reconcile);
        assertThat(sale.tenderCard(yen(128))).isPresent();
    }

    @Test
    void aDriversBugIsALostAnswer() throws Exception {
        OpenSale sale = sale(ONIGIRI);
        terminal().next(BREAK_AFTER);
        refused(Refusal.PAYMENT_UNKNOWN, () -> sale.tenderCard(yen(128)));
        assertThat(sale.reconcile()).isPresent();
    }

    @Test
    void whileOneIsUnknownCashIsTakenButNoOtherCardAndTheDayStaysOpen() throws Exception {
        terminal().next(DROP_AFTER);
        terminal().deaf = true;
        refused(Refusal.PAYMENT_UNKNOWN, () -> sale(ONIGIRI).tenderCard(yen(128)));
        OpenSale other = sale(PEN);
        refused(Refusal.PAYMENT_UNKNOWN, () -> other.tenderCard(yen(165)));
        other.abandon("pays in cash");
        assertThat(terminal().sent).hasSize(1);
        assertThat(shop.sell(PEN).receiptNumber().number()).isEqualTo(1);
        refused(Refusal.PAYMENTS_OPEN, () -> shop.reports.z(MANAGER));
        assertThat(shop.entries("ZReport")).isEmpty();

        terminal().deaf = false;
        assertThat(shop.till.reconcile()).isEmpty();
        assertThat(shop.reports.z(MANAGER).tenders()).containsEntry(TenderType.CARD, yen(128));
    }

    @Test
    void afterAKillTheTerminalIsAskedAndTheSaleCloses() throws Exception {
        OpenSale sale = sale(ONIGIRI, PEN);
        terminal().next(DROP_AFTER);
        refused(Refusal.PAYMENT_UNKNOWN, () -> sale.tenderCard(yen(293)));
        shop.killAndStartAgain();
        assertThat(shop.till.openPayments()).hasSize(1);
        shop.clock.advance(Duration.ofDays(1));
        assertThat(shop.till.reconcile()).isEmpty();

        Entry entry = shop.entries("SaleClosed").get(0);
        ClosedSale closed = SaleJson.read(entry.payload());
        assertThat(closed.id()).isEqualTo(sale.id());
        assertThat(closed.total()).isEqualTo(yen(293));
        assertThat(closed.businessDate()).hasToString("2026-04-01");
        assertThat(closed.tenders().get(0).card()).contains(new CardSlip("VISA ************1111", "ref-1"));
        assertThat(shop.till.find(closed.receiptNumber())).contains(closed);
        shop.settle();
        assertThat(shop.printer.done).hasSize(1);
        assertThat(shop.till.reconcile()).isEmpty();
        assertThat(shop.entries("SaleClosed")).hasSize(1);
    }

    @Test
    void afterAKillAPartPaymentIsGivenBack() throws Exception {
        OpenSale sale = sale(ONIGIRI, PEN);
        terminal().next(DROP_AFTER, DROP_BEFORE);
        refused(Refusal.PAYMENT_UNKNOWN, () -> sale.tenderCard(yen(100)));
        shop.killAndStartAgain();
        assertThat(shop.till.reconcile()).hasSize(1);
        assertThat(shop.till.reconcile()).isEmpty();
        assertThat(terminal().charged(ids())).isZero();
        assertThat(shop.entries("SaleClosed")).isEmpty();
    }

    @Test
    void aVoidedSaleGivesBackWhatItsCardPaid() throws Exception {
        OpenSale sale = sale(ONIGIRI, PEN);
        sale.tenderCard(yen(100));
        sale.abandon("changed their mind");
        assertThat(terminal().charged(ids())).isZero();
        assertThat(shop.till.openPayments()).isEmpty();
        assertThat(shop.types()).containsSubsequence("SaleVoided", "PaymentStarted", "PaymentApproved");
    }

    @Test
    void aReversalThatIsDeclinedWaitsForAManager() throws Exception {
        OpenSale sale = sale(ONIGIRI, PEN);
        sale.tenderCard(yen(100));
        terminal().next(DECLINE);
        sale.abandon("changed their mind");
        List<Payment> open = shop.till.reconcile();
        assertThat(open).hasSize(1);
        UUID id = open.get(0).id();
        refused(Refusal.NOT_ALLOWED, () -> shop.till.settleByHand(SUPERVISOR, id, Optional.of("1"), "paid in cash"));
        refused(Refusal.REASON_MISSING, () -> shop.till.settleByHand(MANAGER, id, Optional.of("1"), " "));
        refused(
                Refusal.NO_SUCH_PAYMENT,
                () -> shop.till.settleByHand(MANAGER, UUID.randomUUID(), Optional.of("1"), "x"));
        shop.till.settleByHand(MANAGER, id, Optional.of("slip 12"), "refunded at the counter");
        assertThat(shop.till.openPayments()).isEmpty();
        assertThat(shop.entries("PaymentSettledByHand")
                        .get(0)
                        .payload()
                        .get("operator")
                        .getAsString())
                .isEqualTo(MANAGER.name());
        shop.reports.z(MANAGER);
    }

    @Test
    void aManagerSettlesWhatTheTerminalForgot() throws Exception {
        terminal().next(DROP_AFTER);
        terminal().deaf = true;
        refused(Refusal.PAYMENT_UNKNOWN, () -> sale(ONIGIRI).tenderCard(yen(128)));
        UUID id = shop.till.openPayments().get(0).id();
        for (String none : List.of("", " ", "9".repeat(101))) {
            refused(Refusal.REFERENCE_MISSING, () -> shop.till.settleByHand(MANAGER, id, Optional.of(none), "x"));
        }
        assertThat(shop.entries("PaymentSettledByHand")).isEmpty();
        shop.till.settleByHand(MANAGER, id, Optional.of("ACQ 77"), "on the acquirer's list");
        assertThat(shop.entries("SaleClosed")).hasSize(1);
        assertThat(shop.entries("PaymentSettledByHand")
                        .get(0)
                        .payload()
                        .get("reference")
                        .getAsString())
                .isEqualTo("ACQ 77");
        assertThat(SaleJson.read(shop.entries("SaleClosed").get(0).payload())
                        .tenders()
                        .get(0)
                        .card()
                        .orElseThrow()
                        .reference())
                .isEqualTo("ACQ 77");
        assertThat(shop.till.openPayments()).isEmpty();
    }

    @Test
    void whatACardPaidGoesBackToThatCard() throws Exception {
        ClosedSale sold = sale(ONIGIRI, PEN).tenderCard(yen(293)).orElseThrow();
        OpenSale back = shop.begin(CASHIER);
        back.standBy(Optional.of(SUPERVISOR));
        back.giveBack(sold.receiptNumber(), 1, Quantity.ONE);
        back.standBy(Optional.empty());
        refused(Refusal.NEEDS_APPROVAL, () -> back.refundCash(yen(128)));
        refused(Refusal.NEEDS_APPROVAL, back::end);
        refused(Refusal.REFUND_OUT_OF_RANGE, () -> back.refundCard(yen(129)));
        ClosedSale closed = back.refundCard(yen(128)).orElseThrow();
        assertThat(closed.tenders()).extracting(Tender::amount).containsExactly(yen(-128));
        assertThat(closed.tenders().get(0).type()).isEqualTo(TenderType.CARD);
        assertThat(terminal().charged(ids())).isEqualTo(165);
    }

    @Test
    void aCardGetsBackNoMoreThanItPaid() throws Exception {
        OpenSale sale = sale(ONIGIRI, PEN);
        sale.tenderCard(yen(100));
        ClosedSale sold = sale.tenderCash(yen(193)).orElseThrow();
        OpenSale back = shop.begin(SUPERVISOR);
        back.giveBack(sold.receiptNumber(), 1, Quantity.ONE);
        back.giveBack(sold.receiptNumber(), 2, Quantity.ONE);
        refused(Refusal.CARD_REFUND_OUT_OF_RANGE, () -> back.refundCard(yen(101)));
        assertThat(back.refundCard(yen(100))).isEmpty();
        refused(Refusal.CARD_REFUND_OUT_OF_RANGE, () -> back.refundCard(yen(1)));
        assertThat(back.refundCash(yen(193))).isPresent();
        assertThat(shop.entries("RefundedOtherwise")).isEmpty();
    }

    @Test
    void cashMayGoBackBeforeTheCard() throws Exception {
        OpenSale sale = sale(ONIGIRI, PEN);
        sale.tenderCard(yen(100));
        ClosedSale sold = sale.tenderCash(yen(193)).orElseThrow();
        OpenSale back = shop.begin(SUPERVISOR);
        back.giveBack(sold.receiptNumber(), 1, Quantity.ONE);
        back.giveBack(sold.receiptNumber(), 2, Quantity.ONE);
        assertThat(back.refundCash(yen(193))).isEmpty();
        assertThat(back.refundCard(yen(100))).isPresent();
        assertThat(shop.entries("RefundedOtherwise")).isEmpty();
    }

    @Test
    void somebodyMayPayACardBackInCash() throws Exception {
        ClosedSale sold = sale(ONIGIRI).tenderCard(yen(128)).orElseThrow();
        OpenSale back = shop.begin(SUPERVISOR);
        back.giveBack(sold.receiptNumber(), 1, Quantity.ONE);
        assertThat(back.refundCash(yen(128))).isPresent();
        assertThat(shop.entries("RefundedOtherwise")).hasSize(1);
    }

    @Test
    void aCardThatPaidForAVoidedLineIsNoCashDispenser() throws Exception {
        OpenSale sale = sale(ONIGIRI, PEN);
        sale.tenderCard(yen(250));
        sale.voidLine(2);
        refused(Refusal.NEEDS_APPROVAL, sale::end);
        refused(Refusal.NEEDS_APPROVAL, () -> sale.refundCash(yen(122)));
        sale.standBy(Optional.of(SUPERVISOR));
        assertThat(sale.end().change()).isEqualTo(yen(122));
        assertThat(shop.entries("RefundedOtherwise")
                        .get(0)
                        .payload()
                        .get("approver")
                        .getAsString())
                .isEqualTo(SUPERVISOR.name());
    }

    @Test
    void cashThatWentBackForOneReceiptDoesNotCountForAnother() throws Exception {
        ClosedSale byCash = shop.sell(PEN);
        ClosedSale byCard = sale(PEN).tenderCard(yen(165)).orElseThrow();
        OpenSale back = shop.begin(CASHIER);
        back.standBy(Optional.of(SUPERVISOR));
        back.giveBack(byCash.receiptNumber(), 1, Quantity.ONE);
        back.refundCash(yen(164));
        back.giveBack(byCard.receiptNumber(), 1, Quantity.ONE);
        back.voidLine(1);
        back.standBy(Optional.empty());
        refused(Refusal.NEEDS_APPROVAL, () -> back.refundCard(yen(1)));
        assertThat(terminal().sent).hasSize(1);
    }

    @Test
    void cashIsNotAdvancedOnACard() throws Exception {
        ClosedSale byCash = shop.sell(PEN);
        OpenSale back = shop.begin(CASHIER);
        back.standBy(Optional.of(SUPERVISOR));
        back.giveBack(byCash.receiptNumber(), 1, Quantity.ONE);
        back.refundCash(yen(164));
        scan(back, PEN);
        back.standBy(Optional.empty());
        refused(Refusal.NEEDS_APPROVAL, () -> back.tenderCard(yen(164)));
        assertThat(terminal().sent).isEmpty();
    }

    @Test
    void nobodySettlesTheirOwnAndTheTerminalIsAskedFirst() throws Exception {
        OpenSale own = shop.begin(MANAGER);
        scan(own, ONIGIRI);
        terminal().next(DROP_BEFORE);
        refused(Refusal.PAYMENT_UNKNOWN, () -> own.tenderCard(yen(128)));
        UUID id = shop.till.openPayments().get(0).id();
        refused(Refusal.OWN_APPROVAL, () -> shop.till.settleByHand(MANAGER, id, Optional.of("1"), "I say so"));
        Operator other = new Operator("noriko", Role.MANAGER, false, false);
        shop.till.settleByHand(other, id, Optional.of("1"), "she says so");
        assertThat(shop.entries("SaleClosed")).isEmpty();
        assertThat(shop.entries("PaymentSettledByHand")).isEmpty();
        assertThat(shop.entries("PaymentDeclined")).hasSize(1);
    }

    @Test
    void aReversalThatWasNotDoneIsSentAgain() throws Exception {
        OpenSale sale = sale(ONIGIRI, PEN);
        sale.tenderCard(yen(100));
        terminal().next(DROP_BEFORE);
        sale.abandon("changed their mind");
        terminal().deaf = true;
        UUID id = shop.till.openPayments().get(0).id();
        shop.till.settleByHand(MANAGER, id, Optional.empty(), "not on its list");
        assertThat(shop.till.openPayments()).isEmpty();
        assertThat(terminal().charged(ids())).isZero();
    }

    private Set<UUID> ids() {
        Set<UUID> ids = new HashSet<>();
        terminal().done.keySet().forEach(order -> ids.add(order.id()));
        return ids;
    }

    /** Whatever breaks, and whenever the register is killed: in the end cards were charged what their closed sales say, and nothing else. */
    @ParameterizedTest
    @ValueSource(longs = {20260401, 1})
    void aThousandRandomFaultsChargeNobodyTwice(long seed) throws Exception {
        Random chance = new Random(seed);
        Set<UUID> sales = new HashSet<>();
        for (int round = 0; round < 1000; round++) {
            OpenSale sale = sale(chance.nextBoolean() ? ONIGIRI : PEN, chance.nextBoolean() ? ONIGIRI : PEN);
            sales.add(sale.id());
            terminal().random(chance);
            for (int step = 0; step < 6; step++) {
                act(sale, chance);
            }
            terminal().calm();
            finish(sale);
        }
        assertThat(shop.till.openPayments()).isEmpty();
        assertThat(shop.entries("PaymentUnknown")).hasSizeGreaterThan(200);
        assertEveryCardWasChargedWhatItsSaleSays(sales);
    }

    private void act(OpenSale sale, Random chance) {
        if (chance.nextInt(8) == 0) {
            shop.database.next =
                    chance.nextBoolean() ? FaultyDatabase.Fault.BEFORE_COMMIT : FaultyDatabase.Fault.AFTER_COMMIT;
        }
        try {
            switch (chance.nextInt(7)) {
                case 0 -> shop.killAndStartAgain();
                case 1 -> sale.reconcile();
                case 2 -> shop.till.reconcile();
                case 3 -> sale.abandon("enough");
                case 4 ->
                    sale.tenderCard(yen(1
                            + chance.nextInt(
                                    (int) Math.max(1, sale.totals().due().minor()))));
                default -> sale.tenderCard(sale.totals().due());
            }
        } catch (CheckoutRefusal | StorageFault e) {
            // What the cashier sees; the next step goes on from there.
        }
    }

    private void finish(OpenSale sale) throws Exception {
        shop.database.next = FaultyDatabase.Fault.NONE;
        for (int i = 0; i < 3; i++) {
            try {
                sale.reconcile();
                sale.abandon("closing time");
            } catch (CheckoutRefusal | StorageFault e) {
                // Killed, or declined after all.
            }
            shop.till.reconcile();
        }
    }

    private void assertEveryCardWasChargedWhatItsSaleSays(Set<UUID> sales) throws Exception {
        Map<UUID, Set<UUID>> orders = new HashMap<>();
        for (Entry entry : shop.entries("PaymentStarted")) {
            orders.computeIfAbsent(
                            UUID.fromString(entry.payload().get("saleId").getAsString()), sale -> new HashSet<>())
                    .add(UUID.fromString(entry.payload().get("paymentId").getAsString()));
        }
        Map<UUID, Long> said = new HashMap<>();
        for (Entry entry : shop.entries("SaleClosed")) {
            ClosedSale closed = SaleJson.read(entry.payload());
            assertThat(said.put(closed.id(), cards(closed))).isNull();
        }
        assertThat(said.size()).isGreaterThan(150);
        for (UUID sale : sales) {
            assertThat(terminal().charged(orders.getOrDefault(sale, Set.of())))
                    .as("sale %s", sale)
                    .isEqualTo(said.getOrDefault(sale, 0L));
        }
    }

    private static long cards(ClosedSale sale) {
        return sale.tenders().stream()
                .filter(tender -> tender.type() == TenderType.CARD)
                .mapToLong(tender -> tender.amount().minor())
                .sum();
    }
}
