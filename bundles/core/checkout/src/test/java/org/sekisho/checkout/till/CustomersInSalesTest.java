package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sekisho.checkout.till.Shelf.ONIGIRI;
import static org.sekisho.checkout.till.Shelf.PEN;
import static org.sekisho.checkout.till.Shop.CASHIER;
import static org.sekisho.checkout.till.Shop.MANAGER;
import static org.sekisho.checkout.till.Shop.SUPERVISOR;
import static org.sekisho.checkout.till.Shop.pieces;
import static org.sekisho.checkout.till.Shop.scan;
import static org.sekisho.checkout.till.Shop.yen;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.CustomerPoints;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Quantity;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.SaleJson;
import org.sekisho.customers.Personal;

/** Whose sale it is, and what becomes of their points: with the sale, once, and back with the goods. */
class CustomersInSalesTest {

    private static final int PER = 10;

    private final Shop shop = new Shop(Shop.withPoints(PER));
    private String yamada = "";
    private String suzuki = "";

    @BeforeEach
    void knowTwo() throws Exception {
        yamada = shop.customers().add(MANAGER, new Personal("山田", "", "", "")).id();
        suzuki = shop.customers().add(MANAGER, new Personal("鈴木", "", "", "")).id();
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    private long points(String customer) throws Exception {
        return shop.customers().show(MANAGER, customer).points();
    }

    private OpenSale begin(String customer, String... codes) throws Exception {
        OpenSale sale = shop.begin(MANAGER);
        sale.customer(Optional.of(customer));
        for (String code : codes) {
            scan(sale, code);
        }
        return sale;
    }

    private static ClosedSale pay(OpenSale sale) throws Exception {
        return sale.tenderCash(sale.totals().due()).orElseThrow();
    }

    @Test
    void aSaleEarnsItsCustomerAPointForEachFullSum() throws Exception {
        ClosedSale sold = pay(begin(yamada.toLowerCase(Locale.ROOT), PEN));
        long earned = sold.total().minor() / PER;
        assertThat(earned).isEqualTo(16);
        assertThat(sold.customers()).containsExactly(new CustomerPoints(yamada, earned, 0, earned));
        assertThat(SaleJson.read(shop.entries("SaleClosed").get(0).payload())).isEqualTo(sold);
        assertThat(points(yamada)).isEqualTo(earned);
        assertThat(points(suzuki)).isZero();
        assertThat(pay(begin(yamada, PEN)).customers())
                .containsExactly(new CustomerPoints(yamada, earned, 0, 2 * earned));
    }

    @Test
    void whatWasTakenOffEarnsNothing() throws Exception {
        OpenSale sale = begin(yamada, PEN);
        sale.discountBasket(yen(15));
        assertThat(pay(sale).customers().get(0).earned()).isEqualTo(15);
    }

    @Test
    void aShopWithoutPointsNamesTheCustomerOnly() throws Exception {
        try (Shop plain = new Shop()) {
            String id = plain.customers()
                    .add(MANAGER, new Personal("山田", "", "", ""))
                    .id();
            OpenSale sale = plain.begin(CASHIER);
            sale.customer(Optional.of(id));
            scan(sale, PEN);
            assertThat(pay(sale).customers()).containsExactly(new CustomerPoints(id, 0, 0, 0));
            assertThat(plain.sell(PEN).customers()).isEmpty();
        }
    }

    @Test
    void nobodyTheShopKnowsIsRefusedAndTheSaleStands() throws Exception {
        OpenSale sale = begin(yamada, PEN);
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(() -> sale.customer(Optional.of("C-22222222")))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.NO_SUCH_CUSTOMER));
        assertThat(pay(sale).customers().get(0).customer()).isEqualTo(yamada);

        shop.customers().erase(MANAGER, suzuki, "asked for it");
        assertThatExceptionOfType(CheckoutRefusal.class).isThrownBy(() -> begin(suzuki, PEN));

        shop.till.customers = null;
        assertThatExceptionOfType(CheckoutRefusal.class).isThrownBy(() -> begin(yamada, PEN));
        assertThat(shop.sell(PEN).customers()).isEmpty();
    }

    @Test
    void anotherTakesTheirPlaceAndNobodyToo() throws Exception {
        OpenSale sale = begin(yamada, PEN);
        sale.customer(Optional.of(suzuki));
        assertThat(pay(sale).customers().get(0).customer()).isEqualTo(suzuki);
        OpenSale other = begin(yamada, PEN);
        other.customer(Optional.empty());
        assertThat(pay(other).customers()).isEmpty();
        assertThat(points(yamada)).isZero();
    }

    @Test
    void oneWhoIsErasedWhileTheirSaleIsOpenEarnsNothingAndTheSaleCloses() throws Exception {
        OpenSale sale = begin(yamada, PEN);
        shop.customers().erase(MANAGER, yamada, "asked for it");
        assertThat(pay(sale).customers()).containsExactly(new CustomerPoints(yamada, 16, 0, 0));
    }

    @Test
    void aSuspendedSaleAndOneLeftByACrashAreStillTheirs() throws Exception {
        String set = begin(yamada, PEN).suspend("");
        ClosedSale recalled = pay(shop.till.recall(CASHIER, set));
        assertThat(recalled.customers().get(0).customer()).isEqualTo(yamada);

        begin(suzuki, PEN);
        shop.killAndStartAgain();
        String left = shop.till.takeUpOpen().get(0).id();
        assertThat(pay(shop.till.recall(CASHIER, left)).customers().get(0).customer())
                .isEqualTo(suzuki);
        assertThat(points(suzuki)).isEqualTo(16);
    }

    @Test
    void aCardSaleThatIsSettledAfterACrashCountsTheirPointsOnce() throws Exception {
        shop.terminal.next(ScriptedTerminal.Way.DROP_AFTER);
        shop.terminal.deaf = true;
        OpenSale sale = begin(yamada, PEN);
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(() -> sale.tenderCard(sale.totals().due()))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.PAYMENT_UNKNOWN));
        assertThat(points(yamada)).isZero();
        shop.killAndStartAgain();
        shop.terminal.deaf = false;
        assertThat(shop.till.reconcile()).isEmpty();
        assertThat(points(yamada)).isEqualTo(16);
        ClosedSale closed = SaleJson.read(shop.entries("SaleClosed").get(0).payload());
        assertThat(closed.customers()).containsExactly(new CustomerPoints(yamada, 16, 0, 16));
    }

    @Test
    void goodsTakeTheirReceiptsPointsBackWhoeverBringsThem() throws Exception {
        ClosedSale sold = pay(begin(yamada, PEN, PEN));
        long earned = sold.customers().get(0).earned();
        OpenSale back = shop.begin(SUPERVISOR);
        back.customer(Optional.of(suzuki));
        back.giveBack(sold.receiptNumber(), 1, Quantity.ONE);
        ClosedSale returned = back.refundCash(yen(165)).orElseThrow();
        assertThat(returned.customers())
                .containsExactly(
                        new CustomerPoints(suzuki, 0, 0, 0),
                        new CustomerPoints(yamada, 0, earned - earned / 2, earned / 2));
        assertThat(points(yamada)).isEqualTo(earned / 2);
    }

    @Test
    void postVoidTakesAllOfThem() throws Exception {
        ClosedSale sold = pay(begin(yamada, PEN, ONIGIRI));
        assertThat(points(yamada)).isPositive();
        ClosedSale taken = shop.begin(MANAGER).postVoid(sold.receiptNumber(), "wrong goods");
        assertThat(taken.customers().get(0).takenBack())
                .isEqualTo(sold.customers().get(0).earned());
        assertThat(points(yamada)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverComesBackInWhateverStepsTakesAllInTheEndAndNeverMore(int seed) throws Exception {
        Random random = new Random(seed);
        OpenSale sale = begin(yamada);
        pieces(sale, 1 + random.nextInt(5), PEN);
        pieces(sale, 1 + random.nextInt(5), ONIGIRI);
        pieces(sale, 1 + random.nextInt(5), PEN);
        sale.discountBasket(yen(1 + random.nextInt(40)));
        ClosedSale sold = pay(sale);
        long earned = sold.customers().get(0).earned();
        long left = earned;
        for (Line line : sold.lines()) {
            long pieces = line.quantity().thousandths() / 1000;
            while (pieces > 0) {
                int some = 1 + random.nextInt((int) pieces);
                OpenSale back = shop.begin(SUPERVISOR);
                back.giveBack(sold.receiptNumber(), line.number(), Quantity.pieces(some));
                ClosedSale closed =
                        back.refundCash(back.totals().due().negate()).orElseThrow();
                List<CustomerPoints> who = closed.customers();
                left -= who.get(0).takenBack();
                assertThat(who.get(0).takenBack()).isBetween(0L, earned);
                assertThat(who.get(0).balance()).isEqualTo(left);
                assertThat(left).isBetween(0L, earned);
                pieces -= some;
            }
        }
        assertThat(left).isZero();
        assertThat(points(yamada)).isZero();
    }

    @Test
    void twoLanesCountTheSameCustomersPoints() throws Exception {
        pay(begin(yamada, PEN));
        Shop other = shop.lane("2");
        OpenSale there = other.begin(CASHIER);
        there.customer(Optional.of(yamada));
        scan(there, PEN);
        assertThat(pay(there).customers().get(0).balance()).isEqualTo(32);
        assertThat(points(yamada)).isEqualTo(32);
        other.till.stop();
    }

    @Test
    void practiceChangesNobodysPoints() throws Exception {
        OpenSale sale = shop.till.train(CASHIER).begin();
        sale.customer(Optional.of(yamada));
        scan(sale, PEN);
        assertThat(pay(sale).customers().get(0).earned()).isEqualTo(16);
        assertThat(points(yamada)).isZero();
    }
}
