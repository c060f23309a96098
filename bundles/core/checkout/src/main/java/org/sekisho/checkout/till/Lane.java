package org.sekisho.checkout.till;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.sekisho.api.checkout.PriceRule;
import org.sekisho.api.model.Money;
import org.sekisho.catalogue.Catalogue;
import org.sekisho.checkout.CheckoutRefusal;
import org.sekisho.checkout.Refusal;
import org.sekisho.checkout.aftermath.Aftermath;
import org.sekisho.checkout.books.LaneCounter;
import org.sekisho.checkout.books.RunningTotals;
import org.sekisho.checkout.payment.CardPayments;
import org.sekisho.checkout.sale.Reckoner;
import org.sekisho.journal.Journal;
import org.sekisho.store.HomeFault;
import org.sekisho.store.StoreClock;
import org.sekisho.store.StoreSettings;

/** All that the sales of this lane share. */
record Lane(
        StoreSettings store,
        StoreClock clock,
        Catalogue catalogue,
        Reckoner reckoner,
        Supplier<List<PriceRule>> rules,
        Journal journal,
        LaneCounter counter,
        RunningTotals totals,
        SaleArchive archive,
        SaleShelf shelf,
        Aftermath aftermath,
        CardPayments payments,
        CustomerDesk points) {

    String name() {
        return store.laneId();
    }

    Money money(long minor) {
        return Money.of(minor, store.currency());
    }

    Moment now() throws CheckoutRefusal {
        Instant now = clock.now();
        try {
            return new Moment(now, clock.businessDate(now), LocalDateTime.ofInstant(now, store.timeZone()));
        } catch (HomeFault e) {
            throw new CheckoutRefusal(Refusal.STORE_UNREADABLE, e.getMessage());
        }
    }
}
