package org.sekisho.checkout.till;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * One reading of the clock.
 *
 * @param businessDate the day it belongs to
 * @param storeTime on the store's own clock
 */
record Moment(Instant at, LocalDate businessDate, LocalDateTime storeTime) {}
