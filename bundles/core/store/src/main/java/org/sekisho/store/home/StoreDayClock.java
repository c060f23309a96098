package org.sekisho.store.home;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;
import org.sekisho.store.StoreClock;
import org.sekisho.store.StoreSettings;

/** The machine's clock, and business dates by the clock on the shop's wall (so a day may have 23 or 25 hours). */
@Component
public final class StoreDayClock implements StoreClock {

    private final Home home;
    private final Clock clock;

    @Activate
    public StoreDayClock(@Reference Home home) {
        this(home, Clock.systemUTC());
    }

    StoreDayClock(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public LocalDate businessDate(Instant at) throws HomeFault {
        StoreSettings settings = home.settings();
        ZonedDateTime wall = at.atZone(settings.timeZone());
        boolean stillYesterday = wall.toLocalTime().isBefore(settings.businessDayStarts());
        return stillYesterday ? wall.toLocalDate().minusDays(1) : wall.toLocalDate();
    }
}
