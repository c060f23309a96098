package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sekisho.checkout.till.Shop.MANAGER;
import static org.sekisho.checkout.till.Shop.pieces;
import static org.sekisho.checkout.till.Shop.weigh;
import static org.sekisho.checkout.till.Shop.yen;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Quantity;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;

/** Whatever is rung, and whenever it is set aside: the customer pays the same. */
class SuspendPropertiesTest {

    private static final List<String> PIECES = List.of(Shelf.ONIGIRI, Shelf.PEN, Shelf.STAMPS, Shelf.BAG_WITHOUT_TAX);

    @Property(tries = 100)
    void suspendedSaleComesToTheSame(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 99_999) Integer> steps,
            @ForAll @IntRange(max = 12) int when,
            @ForAll boolean crashes)
            throws Exception {
        try (Shop shop = new Shop()) {
            ClosedSale straight = ring(shop, steps, Integer.MAX_VALUE, false);
            ClosedSale setAside = ring(shop, steps, when, crashes);
            assertThat(setAside.lines()).isEqualTo(straight.lines());
            assertThat(setAside.discounts()).isEqualTo(straight.discounts());
            assertThat(setAside.taxes()).isEqualTo(straight.taxes());
            assertThat(setAside.total()).isEqualTo(straight.total());
            assertThat(setAside.tenders()).isEqualTo(straight.tenders());
            assertThat(setAside.change()).isEqualTo(straight.change());
        }
    }

    private static ClosedSale ring(Shop shop, List<Integer> steps, int when, boolean crashes) throws Exception {
        OpenSale sale = shop.begin(MANAGER);
        pieces(sale, 1, Shelf.PEN);
        for (int i = 0; i < steps.size(); i++) {
            if (i == when && !sale.totals().lines().isEmpty()) {
                String id = crashes ? crash(shop) : sale.suspend("tried");
                sale = shop.till.recall(MANAGER, id);
            }
            step(sale, steps.get(i));
        }
        pieces(sale, 2, Shelf.ONIGIRI);
        return sale.totals().due().signum() > 0
                ? sale.tenderCash(sale.totals().due().plus(yen(1))).orElseThrow()
                : sale.end();
    }

    private static void payAYen(OpenSale sale) throws Exception {
        if (sale.totals().due().compareTo(yen(1)) > 0) {
            sale.tenderCash(yen(1));
        }
    }

    private static String crash(Shop shop) throws Exception {
        shop.killAndStartAgain();
        return shop.till.takeUpOpen().get(0).id();
    }

    private static void step(OpenSale sale, int choice) throws Exception {
        int of = choice / 10;
        try {
            switch (choice % 10) {
                case 0 -> sale.voidLine(1 + of % 12);
                case 1 -> sale.discountLine(1 + of % 12, yen(1 + of % 50));
                case 2 -> sale.discountLine(1 + of % 12, new BigDecimal(1 + of % 30));
                case 3 -> sale.discountBasket(yen(1 + of % 100));
                case 4 -> sale.discountBasket(new BigDecimal(1 + of % 20).movePointLeft(1));
                case 5 -> weigh(sale, "0." + (100 + of % 900), Shelf.APPLES);
                case 6 -> sale.add(Shelf.PEN, Quantity.ONE, Optional.empty(), Optional.of(yen(of % 400)));
                case 7 -> payAYen(sale);
                default -> pieces(sale, 1 + of % 9, PIECES.get(of % PIECES.size()));
            }
        } catch (CheckoutRefusal refused) {
            // It is refused alike in both sales, and the sale stands.
        }
    }
}
