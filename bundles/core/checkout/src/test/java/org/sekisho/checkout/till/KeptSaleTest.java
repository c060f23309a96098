package org.sekisho.checkout.till;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sekisho.checkout.till.Shelf.ONIGIRI;
import static org.sekisho.checkout.till.Shelf.PEN;
import static org.sekisho.checkout.till.Shop.CASHIER;
import static org.sekisho.checkout.till.Shop.scan;
import static org.sekisho.checkout.till.Shop.yen;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.checkout.OpenSale;
import org.sekisho.checkout.SuspendedSale;
import org.sekisho.storage.StorageFault;

/** What is written down of an open sale, and when. */
final class KeptSaleTest {

    private final Queue<Runnable> later = new ArrayDeque<>();
    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop();
        shop.soon = later::add;
    }

    @AfterEach
    void close() throws Exception {
        shop.close();
    }

    private void passes() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    private List<SuspendedSale> leftByCrash() throws Exception {
        shop.killAndStartAgain();
        return shop.till.takeUpOpen();
    }

    @Test
    void scansThatFollowQuicklyAreWrittenTogether() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        scan(sale, ONIGIRI);
        scan(sale, PEN);
        assertThat(later).hasSize(1);
        passes();
        List<SuspendedSale> left = leftByCrash();
        assertThat(left).hasSize(1);
        assertThat(shop.till.recall(CASHIER, left.get(0).id()).totals().lines()).hasSize(3);
    }

    @Test
    void whatWasScannedJustBeforeTheCrashIsLost() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        passes();
        scan(sale, ONIGIRI);
        List<SuspendedSale> left = leftByCrash();
        assertThat(shop.till.recall(CASHIER, left.get(0).id()).totals().lines()).hasSize(1);
    }

    @Test
    void moneyIsWrittenAtOnceWithAllThatWasScanned() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        scan(sale, ONIGIRI);
        assertThat(sale.tenderCash(yen(100))).isEmpty();
        List<SuspendedSale> left = leftByCrash();
        assertThat(left).extracting(SuspendedSale::tendered).containsExactly(yen(100));
        assertThat(shop.till.recall(CASHIER, left.get(0).id()).totals().lines()).hasSize(2);
    }

    @Test
    void writerThatComesLateDoesNotReviveClosedSale() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        assertThat(sale.tenderCash(yen(165))).isPresent();
        assertThat(later).isNotEmpty();
        passes();
        assertThat(leftByCrash()).isEmpty();
    }

    @Test
    void writerThatComesLateDoesNotReviveSaleWhoseCommitNobodyHeardOf() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        shop.database.next = FaultyDatabase.Fault.AFTER_COMMIT;
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> sale.tenderCash(yen(165)));
        passes();
        assertThat(leftByCrash()).isEmpty();
        assertThat(shop.entries("SaleClosed")).hasSize(1);
    }

    @Test
    void saleThatCouldNotCloseIsKept() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        shop.database.next = FaultyDatabase.Fault.BEFORE_COMMIT;
        assertThatExceptionOfType(StorageFault.class).isThrownBy(() -> sale.tenderCash(yen(165)));
        scan(sale, ONIGIRI);
        passes();
        List<SuspendedSale> left = leftByCrash();
        assertThat(shop.till.recall(CASHIER, left.get(0).id()).totals().lines()).hasSize(2);
    }

    @Test
    void tillThatStopsWritesWhatIsStillToBeWritten() throws Exception {
        OpenSale sale = shop.begin(CASHIER);
        scan(sale, PEN);
        shop.till.stop();
        assertThat(leftByCrash()).hasSize(1);
    }
}
