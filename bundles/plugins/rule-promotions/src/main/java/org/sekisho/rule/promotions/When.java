package org.sekisho.rule.promotions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/**
 * When a promotion holds, by the shop's clock. Hours that go past midnight belong to the day on which they began.
 *
 * @param first its first day
 * @param last its last day
 * @param days of the week
 * @param from the first minute
 * @param until the minute after the last; not after {@code from} where the hours go past midnight
 */
record When(LocalDate first, LocalDate last, Set<DayOfWeek> days, LocalTime from, LocalTime until) {

    boolean holds(LocalDateTime time) {
        LocalTime clock = time.toLocalTime();
        boolean night = !from.isBefore(until);
        if (night ? clock.isBefore(from) && !clock.isBefore(until) : clock.isBefore(from) || !clock.isBefore(until)) {
            return false;
        }
        LocalDate day = night && clock.isBefore(until) ? time.toLocalDate().minusDays(1) : time.toLocalDate();
        return !day.isBefore(first) && !day.isAfter(last) && days.contains(day.getDayOfWeek());
    }
}
