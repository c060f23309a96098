package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sekisho.checkout.till.Shelf.ONIGIRI;
import static org.sekisho.checkout.till.Shelf.PEN;
import static org.sekisho.checkout.till.Shelf.STAMPS;
import static org.sekisho.checkout.till.Shop.CASHIER;
import static org.sekisho.checkout.till.Shop.MANAGER;
import static org.sekisho.checkout.till.Shop.SUPERVISOR;
import static org.sekisho.checkout.till.Shop.scan;
import static org.sekisho.checkout.till.Shop.yen;

import com.google.gson.JsonObject;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sekisho.api.model.TaxCode;
import org.sekisho.api.model.TaxComponent;
import org.sekisho.api.model.TaxRate;
import org.sekisho.api.model.TaxTotal;
import org.sekisho.api.model.TenderType;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.StepFault;
import org.sekisho.checkout.TillReport;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.RateSchedule;
import org.sekisho.store.TaxSettings;

class DayReportsTest {

    private final Shop shop = new Shop();

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    @Test
    void aZSaysWhatEachJurisdictionGets() throws Exception {
        TaxSettings tax = new TaxSettings(
                TaxSettings.Scheme.US,
                false,
                RoundingMode.HALF_UP,
                TaxSettings.Scope.RECEIPT,
                Map.of(
                        TaxCode.STANDARD,
                        new RateSchedule(List.of(new RateSchedule.Step(
                                LocalDate.MIN,
                                TaxRate.ofPercent("8.875"),
                                List.of(
                                        new RateSchedule.Component("state", TaxRate.ofPercent("4")),
                                        new RateSchedule.Component("city", TaxRate.ofPercent("4.5")),
                                        new RateSchedule.Component("transit", TaxRate.ofPercent("0.375"))))))));
        try (Shop us = new Shop(Shop.home(tax))) {
            Map<String, Long> receipts = new TreeMap<>();
            for (int pens = 1; pens <= 5; pens++) {
                OpenSale sale = us.begin(CASHIER);
                Shop.pieces(sale, pens, PEN);
                for (TaxComponent part : sale.tenderCash(sale.totals().due())
                        .orElseThrow()
                        .taxes()
                        .get(0)
                        .components()) {
                    receipts.merge(part.name(), part.tax().minor(), Long::sum);
                }
            }
            TaxTotal x = us.reports.x(MANAGER).taxes().get(0);
            TaxTotal z = us.reports.z(MANAGER).taxes().get(0);
            assertThat(z).isEqualTo(x);
            Map<String, Long> reported = new TreeMap<>();
            z.components().forEach(part -> reported.put(part.name(), part.tax().minor()));
            assertThat(reported).isEqualTo(receipts).hasSize(3);
            assertThat(reported.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(z.tax().minor());
            assertThat(us.entries("ZReport")
                            .get(0)
                            .payload()
                            .getAsJsonArray("taxes")
                            .get(0)
                            .getAsJsonObject()
                            .getAsJsonArray("components"))
                    .hasSize(3);
            assertThat(us.reports.x(MANAGER).taxes()).isEmpty();
        }
    }

    @Test
    void anXAddsUpTheReceipts() throws Exception {
        shop.till.drawer = () -> {};
        shop.sell(PEN, ONIGIRI); // 165: 15, 128: 9
        shop.sell(ONIGIRI); // 9: their sum is 18, the tax of 256 would be 18.96
        shop.sell(STAMPS);
        OpenSale sale = shop.begin(SUPERVISOR);
        scan(sale, PEN);
        scan(sale, PEN);
        sale.voidLine(2);
        sale.discountLine(1, yen(5));
        sale.discountBasket(yen(10));
        sale.tenderCash(yen(1_000)); // 150: 13
        OpenSale left = shop.begin(CASHIER);
        scan(left, PEN);
        scan(left, PEN);
        left.voidLine(1);
        left.abandon("changed their mind");
        shop.till.noSale(SUPERVISOR, Optional.empty(), "change for a customer");

        TillReport report = shop.reports.x(SUPERVISOR);
        assertThat(report.zNumber()).isEmpty();
        assertThat(report.sales()).isEqualTo(4);
        assertThat(report.total()).isEqualTo(yen(655));
        assertThat(report.taxes().stream()
                        .map(t -> t.code() + " " + t.net().minor() + "+"
                                + t.tax().minor() + "=" + t.gross().minor()))
                .containsExactly("standard 287+28=315", "reduced 238+18=256", "exempt 84+0=84");
        assertThat(report.tenders()).isEqualTo(Map.of(TenderType.CASH, yen(655)));
        assertThat(report.discounts()).isEqualTo(yen(15));
        assertThat(report.voidedSales()).isEqualTo(1);
        assertThat(report.voidedLines()).isEqualTo(2);
        assertThat(report.noSales()).isEqualTo(1);
        assertThat(report.firstReceipt()).contains("1-000001");
        assertThat(report.lastReceipt()).contains("1-000004");
        assertThat(shop.reports.x(SUPERVISOR).total()).isEqualTo(report.total());
    }

    @Test
    void aZIsJournalledAndStartsAnewWithTheNextNumber() throws Exception {
        shop.sell(PEN);
        TillReport first = shop.reports.z(MANAGER);
        assertThat(first.zNumber()).contains(1L);
        assertThat(first.total()).isEqualTo(yen(165));
        assertThat(shop.reports.x(MANAGER).sales()).isZero();
        shop.sell(ONIGIRI);
        assertThat(shop.reports.z(MANAGER).total()).isEqualTo(yen(128));
        assertThat(shop.reports.z(MANAGER).zNumber()).contains(3L);
        JsonObject second = shop.entries("ZReport").get(1).payload();
        assertThat(second.get("zNumber").getAsLong()).isEqualTo(2);
        assertThat(second.get("operator").getAsString()).isEqualTo("kimiko");
        assertThat(second.get("total").getAsLong()).isEqualTo(128);
        assertThat(second.get("firstReceipt").getAsString()).isEqualTo("1-000002");
    }

    @Test
    void aZThatFailsLeavesNumberAndFiguresAsTheyWere() throws Exception {
        shop.sell(PEN);
        shop.database.next = FaultyDatabase.Fault.BEFORE_COMMIT;
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> shop.reports.z(MANAGER));
        assertThat(shop.entries("ZReport")).isEmpty();
        TillReport report = shop.reports.z(MANAGER);
        assertThat(report.zNumber()).contains(1L);
        assertThat(report.total()).isEqualTo(yen(165));
    }

    @Test
    void aDayWithoutAZIsShownOnItsOwn() throws Exception {
        shop.sell(PEN);
        shop.clock.advance(Duration.ofDays(1));
        shop.sell(ONIGIRI);
        assertThat(shop.reports.z(MANAGER).days().stream()
                        .map(day -> day.businessDate() + " " + day.sales() + " "
                                + day.total().minor()))
                .containsExactly("2026-04-01 1 165", "2026-04-02 1 128");
    }

    @Test
    void figuresOutliveARestart() throws Exception {
        shop.sell(PEN);
        shop.killAndStartAgain();
        shop.sell(PEN);
        assertThat(shop.reports.x(MANAGER).total()).isEqualTo(yen(330));
    }

    @Test
    void reportsNeedTheirPermission() {
        assertRefused(() -> shop.reports.x(CASHIER));
        assertRefused(() -> shop.reports.z(SUPERVISOR));
    }

    @Test
    void openingTheDrawerNeedsPermissionAndReasonAndIsJournalledFirst() throws Exception {
        shop.till.drawer = () -> {
            throw new StepFault("the drawer is jammed", true, null);
        };
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(() -> shop.till.noSale(CASHIER, Optional.empty(), "change"))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.NEEDS_APPROVAL));
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(() -> shop.till.noSale(SUPERVISOR, Optional.empty(), " "))
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.REASON_MISSING));
        assertThat(shop.entries()).isEmpty();
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(() -> shop.till.noSale(SUPERVISOR, Optional.empty(), "change"))
                .withMessageContaining("jammed");
        assertThat(shop.types()).containsExactly("NoSale", "DrawerFailed");
        assertThat(shop.entries("NoSale").get(0).payload().get("reason").getAsString())
                .isEqualTo("change");
    }

    private static void assertRefused(ThrowingCallable asked) {
        assertThatExceptionOfType(CheckoutRefusal.class)
                .isThrownBy(asked)
                .satisfies(e -> assertThat(e.refusal()).isEqualTo(Refusal.NOT_ALLOWED));
    }
}
