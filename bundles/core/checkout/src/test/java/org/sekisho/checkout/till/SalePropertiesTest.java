package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sekisho.checkout.till.Shop.MANAGER;
import static org.sekisho.checkout.till.Shop.SUPERVISOR;
import static org.sekisho.checkout.till.Shop.pieces;
import static org.sekisho.checkout.till.Shop.weigh;
import static org.sekisho.checkout.till.Shop.yen;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.sekisho.api.model.ClosedSale;
import org.sekisho.api.model.Line;
import org.sekisho.api.model.Money;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.api.model.Tender;
import org.sekisho.api.model.TenderType;
import org.sekisho.api.model.Unit;
import org.sekisho.checkout.CashDesk.Counted;
import org.sekisho.checkout.CashDesk.Movement;
import org.sekisho.checkout.CashDesk.ShiftReport;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.SaleTotals;

/** What holds of every sale on a till, whatever is rung on it. */
class SalePropertiesTest {

    private static final List<String> PIECES = List.of(Shelf.ONIGIRI, Shelf.PEN, Shelf.STAMPS, Shelf.BAG_WITHOUT_TAX);

    /** A scan from any number: pieces of something, or a weight. */
    private static void scan(OpenSale sale, int choice) throws Exception {
        int of = choice / 5;
        if (choice % 5 == 4) {
            weigh(sale, "0." + (100 + of % 900), Shelf.APPLES);
        } else {
            pieces(sale, 1 + of % 9, PIECES.get(choice % 5));
        }
    }

    private static SaleTotals rung(Shop shop, List<Integer> scans) throws Exception {
        OpenSale sale = shop.begin(MANAGER);
        for (int scan : scans) {
            scan(sale, scan);
        }
        SaleTotals totals = sale.totals();
        sale.abandon("tried");
        return totals;
    }

    private static ClosedSale sold(Shop shop, List<Integer> scans, int percent) throws Exception {
        OpenSale sale = shop.begin(MANAGER);
        for (int scan : scans) {
            scan(sale, scan);
        }
        if (percent > 0) {
            sale.discountBasket(new BigDecimal(percent));
        }
        return paid(sale);
    }

    private static ClosedSale paid(OpenSale sale) throws Exception {
        Money due = sale.totals().due();
        return due.signum() > 0 ? sale.tenderCash(due.plus(yen(37))).orElseThrow() : sale.end();
    }

    @Property(tries = 150)
    void everyOrderOfScansComesToTheSame(
            @ForAll @Size(min = 1, max = 15) List<@IntRange(max = 99_999) Integer> scans, @ForAll Random random)
            throws Exception {
        try (Shop shop = new Shop()) {
            SaleTotals straight = rung(shop, scans);
            List<Integer> shuffled = new ArrayList<>(scans);
            Collections.shuffle(shuffled, random);
            SaleTotals other = rung(shop, shuffled);
            assertThat(other.total()).isEqualTo(straight.total());
            assertThat(other.taxes()).containsExactlyInAnyOrderElementsOf(straight.taxes());
        }
    }

    @Property(tries = 150)
    void lineThatIsVoidedAndRungAgainChangesNothing(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 99_999) Integer> scans,
            @ForAll @IntRange(max = 11) int which)
            throws Exception {
        try (Shop shop = new Shop()) {
            SaleTotals straight = rung(shop, scans);
            OpenSale sale = shop.begin(MANAGER);
            for (int scan : scans) {
                scan(sale, scan);
            }
            int voided = which % scans.size();
            sale.voidLine(voided + 1);
            if (scans.size() > 1) {
                assertThat(sale.totals().lines()).hasSize(scans.size() - 1);
            }
            scan(sale, scans.get(voided));
            assertThat(sale.totals().total()).isEqualTo(straight.total());
            assertThat(sale.totals().taxes()).containsExactlyInAnyOrderElementsOf(straight.taxes());
        }
    }

    @Property(tries = 150)
    void totalIsTheSumOfLinesAndOfRates(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 99_999) Integer> scans,
            @ForAll @IntRange(max = 30) int percent)
            throws Exception {
        try (Shop shop = new Shop()) {
            ClosedSale sale = sold(shop, scans, percent);
            long lines = sum(sale.lines().stream().map(Line::amount).toList());
            long off = sum(sale.discounts().stream().map(each -> each.amount()).toList());
            long gross = sum(sale.taxes().stream().map(TaxTotal::gross).toList());
            assertThat(gross).isEqualTo(sale.total().minor());
            for (TaxTotal tax : sale.taxes()) {
                assertThat(tax.net().plus(tax.tax())).isEqualTo(tax.gross());
            }
            if (sale.lines().stream().allMatch(Line::taxIncluded)) {
                assertThat(lines - off).isEqualTo(sale.total().minor());
            } else if (sale.lines().stream().noneMatch(Line::taxIncluded)) {
                long net = sum(sale.taxes().stream().map(TaxTotal::net).toList());
                assertThat(lines - off).isEqualTo(net);
            }
            long kept = sum(sale.tenders().stream().map(Tender::amount).toList())
                    - sale.change().minor();
            assertThat(kept).isEqualTo(sale.total().minor());
        }
    }

    private static long sum(List<Money> amounts) {
        return amounts.stream().mapToLong(Money::minor).sum();
    }

    @Property(tries = 100)
    void everythingReturnedInAnyStepsNetsToZero(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 99_999) Integer> scans,
            @ForAll @IntRange(max = 30) int percent,
            @ForAll Random random)
            throws Exception {
        try (Shop shop = new Shop()) {
            ClosedSale sale = sold(shop, scans, percent);
            Map<String, Long> taxes = new HashMap<>();
            long total = add(sale, taxes);
            Map<Integer, Long> left = new HashMap<>();
            sale.lines().forEach(line -> left.put(line.number(), line.quantity().thousandths()));
            while (!left.isEmpty()) {
                total += add(someReturned(shop, sale, left, random), taxes);
            }
            assertThat(total).isZero();
            assertThat(taxes.values()).containsOnly(0L);
            OpenSale more = shop.begin(MANAGER);
            assertThatExceptionOfType(CheckoutRefusal.class)
                    .isThrownBy(() -> more.giveBack(
                            sale.receiptNumber(), 1, sale.lines().get(0).quantity()));
        }
    }

    /** What a sale adds to the taxes of each rate and to the total. */
    private static long add(ClosedSale sale, Map<String, Long> taxes) {
        for (TaxTotal tax : sale.taxes()) {
            taxes.merge(tax.code() + " " + tax.rate() + " tax", tax.tax().minor(), Math::addExact);
            taxes.merge(tax.code() + " " + tax.rate() + " net", tax.net().minor(), Math::addExact);
        }
        return sale.total().minor();
    }

    private static ClosedSale someReturned(Shop shop, ClosedSale sale, Map<Integer, Long> left, Random random)
            throws Exception {
        OpenSale back = shop.begin(MANAGER);
        List<Integer> lines = new ArrayList<>(left.keySet());
        Collections.shuffle(lines, random);
        for (int number : lines.subList(0, 1 + random.nextInt(lines.size()))) {
            Line line = sale.lines().get(number - 1);
            long thousandths = left.get(number);
            long some = line.unit() == Unit.PIECE
                    ? 1000 * (1 + random.nextInt((int) (thousandths / 1000)))
                    : 1 + random.nextInt((int) thousandths);
            back.giveBack(sale.receiptNumber(), number, new Quantity(some));
            if (some == thousandths) {
                left.remove(number);
            } else {
                left.put(number, thousandths - some);
            }
        }
        Money owed = back.totals().due().negate();
        return owed.signum() > 0 ? back.refundCash(owed).orElseThrow() : back.end();
    }

    @Property(tries = 60)
    void drawerHoldsWhatWentInLessWhatWentOutAtEveryMoment(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 99_999) Integer> steps, @ForAll Random random)
            throws Exception {
        try (Shop shop = new Shop()) {
            Drawer drawer = new Drawer(shop, random);
            shop.desk.open(MANAGER, new Counted(yen(drawer.holds), Map.of()));
            for (int step : steps) {
                drawer.step(step);
                shop.desk.count(MANAGER, new Counted(yen(drawer.holds), Map.of()));
                ShiftReport report = shop.desk.close(MANAGER, Optional.of(SUPERVISOR));
                assertThat(report.expected()).as(drawer.done).isEqualTo(yen(drawer.holds));
                assertThat(report.difference()).isEqualTo(yen(0));
                shop.desk.open(MANAGER, new Counted(yen(drawer.holds), Map.of()));
            }
        }
    }

    /** The drawer as somebody sees it who stands beside it and looks only at notes and coins. */
    private static final class Drawer {

        private final Shop shop;
        private final Random random;
        private final List<ClosedSale> receipts = new ArrayList<>();
        private String done = "";
        private long holds = 50_000;

        Drawer(Shop shop, Random random) {
            this.shop = shop;
            this.random = random;
        }

        void step(int choice) throws Exception {
            int of = choice / 9;
            done += " " + choice % 9;
            switch (choice % 9) {
                case 0 -> move(Movement.PAID_IN, 1 + of);
                case 1 -> move(Movement.PAID_OUT, 1 + of % 500);
                case 2 -> move(Movement.DROP, 1 + of % 500);
                case 3 -> abandoned(of);
                case 4 -> returned(of);
                case 5 -> postVoided();
                case 6 -> inTwoParts(of);
                default -> sell(of);
            }
        }

        private void move(Movement movement, long amount) throws Exception {
            shop.desk.move(MANAGER, Optional.empty(), movement, yen(amount), "tried");
            holds += movement == Movement.PAID_IN ? amount : -amount;
        }

        private OpenSale begun(int of) throws Exception {
            OpenSale sale = shop.begin(MANAGER);
            pieces(sale, 1, Shelf.PEN);
            scan(sale, of);
            return sale;
        }

        private void sell(int of) throws Exception {
            OpenSale sale = begun(of);
            long handed = sale.totals().due().minor() + random.nextInt(1000);
            keep(sale.tenderCash(yen(handed)).orElseThrow(), handed);
        }

        private void inTwoParts(int of) throws Exception {
            OpenSale sale = begun(of);
            assertThat(sale.tenderCash(yen(100))).isEmpty();
            long handed = sale.totals().due().minor() + random.nextInt(1000);
            keep(sale.tenderCash(yen(handed)).orElseThrow(), 100 + handed);
        }

        private void keep(ClosedSale sale, long handed) {
            holds += handed - sale.change().minor();
            receipts.add(sale);
        }

        private void abandoned(int of) throws Exception {
            OpenSale sale = begun(of);
            sale.tenderCash(yen(50)); // given back with the void
            sale.abandon("no money");
        }

        private void returned(int of) throws Exception {
            if (!receipts.isEmpty()) {
                ClosedSale of1 = receipts.remove(of % receipts.size());
                OpenSale back = shop.begin(MANAGER);
                back.giveBack(of1.receiptNumber(), 1, Quantity.ONE);
                long owed = -back.totals().due().minor();
                assertThat(back.refundCash(yen(owed))).isPresent();
                holds -= owed;
            }
        }

        private void postVoided() throws Exception {
            if (!receipts.isEmpty()) {
                ClosedSale last = receipts.remove(receipts.size() - 1);
                OpenSale back = shop.begin(MANAGER);
                ClosedSale whole = back.postVoid(last.receiptNumber(), "tried");
                assertThat(whole.tenders()).allMatch(tender -> tender.type() == TenderType.CASH);
                holds -= last.total().minor();
            }
        }
    }
}
