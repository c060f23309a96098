package org.sekisho.store;

import java.time.Instant;
import java.time.LocalDate;

/** The store's time. Safe for many threads. */
public interface StoreClock {

    /** Now, to the millisecond. */
    Instant now();

    /**
     * The business date of an instant: by the store's time zone and the hour its day starts.
     *
     * @throws HomeFault when the store's settings cannot be read
     */
    LocalDate businessDate(Instant at) throws HomeFault;
}
