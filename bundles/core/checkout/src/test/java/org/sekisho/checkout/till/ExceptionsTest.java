package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sekisho.checkout.till.Shelf.ONIGIRI;
import static org.sekisho.checkout.till.Shelf.PEN;
import static org.sekisho.checkout.till.Shop.CASHIER;
import static org.sekisho.checkout.till.Shop.MANAGER;
import static org.sekisho.checkout.till.Shop.SUPERVISOR;
import static org.sekisho.checkout.till.Shop.scan;
import static org.sekisho.checkout.till.Shop.yen;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.checkout.CashDesk.Counted;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.ExceptionReport;
import org.sekisho.checkout.ExceptionReport.Kind;
import org.sekisho.checkout.ExceptionReport.Place;
import org.sekisho.checkout.ExceptionReport.Row;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.exceptions.JournalExceptions;
import org.sekisho.identity.Operator;
import org.sekisho.identity.Role;
import org.sekisho.journal.chain.DateIndex;
import org.sekisho.journal.fixture.FixedHome;

/** What each cashier did beside plain selling, from the journal that a real till wrote. */
class ExceptionsTest {

    private static final Operator AUDITOR = new Operator("shiro", Role.AUDITOR, false, false);
    private static final Operator OTHER = new Operator("taro", Role.CASHIER, false, false);

    private final Shop shop = new Shop();

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void everyKindIsCountedWithItsAmountAndLeadsToItsEntry() throws Exception {
        shop.till.drawer = () -> {};
        shop.copies.paper = (sale, mark) -> {};
        OpenSale rung = shop.begin(SUPERVISOR);
        scan(rung, PEN);
        scan(rung, PEN);
        scan(rung, ONIGIRI);
        rung.voidLine(2);
        rung.add(PEN, Quantity.ONE, Optional.empty(), Optional.of(yen(150)));
        rung.discountLine(3, yen(8));
        rung.discountBasket(yen(35));
        ReceiptNumber receipt = rung.tenderCash(yen(1000)).orElseThrow().receiptNumber();
        OpenSale left = shop.begin(SUPERVISOR);
        scan(left, PEN);
        left.abandon("gone");
        shop.till.noSale(SUPERVISOR, Optional.empty(), "change");
        shop.copies.reprint(SUPERVISOR, Optional.empty(), receipt, "");
        OpenSale back = shop.begin(SUPERVISOR);
        back.giveBack(receipt, 3, Quantity.ONE);
        back.end();
        OpenSale unreceipted = shop.begin(SUPERVISOR);
        unreceipted.giveBack(ONIGIRI, Quantity.ONE, Optional.empty());
        unreceipted.end();
        shop.begin(SUPERVISOR).postVoid(shop.sell(PEN).receiptNumber(), "why");
        OpenSale aside = shop.begin(SUPERVISOR);
        scan(aside, PEN);
        aside.suspend("wallet");

        List<Row> rows = rowsOf(SUPERVISOR, report(null, null));
        assertThat(rows.stream()
                        .map(row -> row.kind() + " " + row.count() + " "
                                + row.amount().minor()))
                .containsExactly(
                        "LINES_VOIDED 1 165",
                        "SALES_VOIDED 1 165",
                        "POST_VOIDS 1 165",
                        "RETURNS 1 120",
                        "RETURNS_WITHOUT_RECEIPT 1 128",
                        "NO_SALES 1 0",
                        "PRICE_OVERRIDES 1 15",
                        "DISCOUNTS 2 43",
                        "REPRINTS 1 0",
                        "NOT_RECALLED 1 0");
        assertThat(rows).allSatisfy(row -> assertThat(row.sales()).isEqualTo(3));
        Place voided = rows.get(0).places().get(0);
        assertThat(shop.journal.find(voided.lane(), voided.seq()).orElseThrow().type())
                .isEqualTo("LineVoided");
        assertThat(rows.get(0).per100()).isEqualByComparingTo("33.33");
    }

    @Test
    void whatWasRecalledIsNoException() throws Exception {
        OpenSale aside = shop.begin(CASHIER);
        scan(aside, PEN);
        String id = aside.suspend("wallet");
        assertThat(report(null, null).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.kind()).isEqualTo(Kind.NOT_RECALLED));
        shop.till.recall(CASHIER, id).tenderCash(yen(165));
        assertThat(report(null, null).rows()).isEmpty();
    }

    @Test
    void aDifferenceIsOfWhoeverOpenedTheShift() throws Exception {
        shop.desk.open(CASHIER, new Counted(yen(1000), Map.of()));
        shop.desk.count(CASHIER, new Counted(yen(900), Map.of()));
        shop.desk.close(SUPERVISOR, Optional.of(MANAGER));
        assertThat(report(null, null).rows()).singleElement().satisfies(row -> {
            assertThat(row.operator()).isEqualTo(CASHIER.name());
            assertThat(row.kind()).isEqualTo(Kind.DIFFERENCES);
            assertThat(row.amount()).isEqualTo(yen(100));
        });
    }

    @Test
    void whoDoesFarMoreThanThePeersIsMarked() throws Exception {
        ring(CASHIER, 10, 3);
        ring(OTHER, 10, 1);
        ring(SUPERVISOR, 10, 1);
        assertThat(report(null, null).rows().stream()
                        .map(row -> row.operator() + " " + row.per100() + " " + row.median() + " " + row.farOff()))
                .containsExactly("hanako 30.00 10.00 true", "jiro 10.00 20.00 false", "taro 10.00 20.00 false");
    }

    @Test
    void twiceThePeersIsNotYetFar() throws Exception {
        ring(CASHIER, 10, 4);
        ring(OTHER, 10, 2);
        ring(SUPERVISOR, 10, 2);
        assertThat(report(null, null).rows()).noneMatch(Row::farOff);
    }

    @Test
    void aFewOrWithoutPeersMayBeChance() throws Exception {
        ring(CASHIER, 10, 2);
        ring(OTHER, 10, 0);
        ring(SUPERVISOR, 10, 0);
        assertThat(rowsOf(CASHIER, report(null, null)).get(0).farOff()).isFalse();
        shop.clock.advance(Duration.ofDays(1));
        ring(CASHIER, 10, 9);
        ring(OTHER, 10, 0);
        LocalDate second = LocalDate.parse("2026-04-02");
        assertThat(rowsOf(CASHIER, report(second, second)).get(0).farOff()).isFalse();
    }

    @Test
    void onlyThoseDaysAreRead() throws Exception {
        ring(CASHIER, 1, 1);
        shop.clock.advance(Duration.ofDays(1));
        ring(CASHIER, 2, 2);
        LocalDate first = LocalDate.parse("2026-04-01");
        assertThat(report(null, first).rows().get(0).count()).isEqualTo(1);
        assertThat(report(first.plusDays(1), null).rows().get(0).count()).isEqualTo(2);
        assertThat(report(null, null).rows().get(0).count()).isEqualTo(3);
        assertThat(report(first.plusDays(2), null).entries()).isZero();
    }

    @Test
    void cashiersAndSupervisorsDoNotSeeIt() throws Exception {
        for (Operator operator : List.of(CASHIER, SUPERVISOR)) {
            assertThatThrownBy(() -> exceptions().exceptions(operator, null, null, read -> {}))
                    .isInstanceOfSatisfying(
                            CheckoutRefusal.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NOT_ALLOWED));
        }
        assertThat(exceptions().exceptions(MANAGER, null, null, read -> {}).rows())
                .isEmpty();
    }

    @Test
    void longWorkSaysHowFarItIs() throws Exception {
        ring(CASHIER, 501, 501);
        List<Long> heard = new ArrayList<>();
        exceptions().exceptions(AUDITOR, null, null, heard::add);
        assertThat(heard).contains(1_000L);
    }

    /** So many sales, in so many of which a line is voided. */
    private void ring(Operator operator, int sales, int voids) throws Exception {
        for (int i = 0; i < sales; i++) {
            OpenSale sale = shop.begin(operator);
            scan(sale, PEN);
            scan(sale, PEN);
            if (i < voids) {
                sale.voidLine(1);
            }
            sale.tenderCash(sale.totals().due());
        }
    }

    private static List<Row> rowsOf(Operator operator, ExceptionReport report) {
        return report.rows().stream()
                .filter(row -> row.operator().equals(operator.name()))
                .toList();
    }

    private ExceptionReport report(@Nullable LocalDate from, @Nullable LocalDate until) throws Exception {
        return exceptions().exceptions(AUDITOR, from, until, read -> {});
    }

    private JournalExceptions exceptions() {
        return new JournalExceptions(FixedHome.japanese(), new DateIndex(shop.database, shop.clock));
    }
}
