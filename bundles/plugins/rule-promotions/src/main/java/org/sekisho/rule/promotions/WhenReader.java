package org.sekisho.rule.promotions;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads {@code when}: what is not said is always. */
final class WhenReader {

    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String DATE_IS = "a day such as 2026-12-31";
    private static final String HOURS = "([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String HOURS_ARE = "two times such as 17:00-19:00 (past midnight: 22:00-02:00)";

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private WhenReader() {}

    static When read(Fields when) throws SettingsFault {
        LocalDate first = date(when, "from", LocalDate.MIN);
        LocalDate last = date(when, "to", LocalDate.MAX);
        if (last.isBefore(first)) {
            throw when.mustBe("to", last.toString(), "no day before " + first);
        }
        Set<DayOfWeek> days = days(when);
        String hours = when.text("hours", "00:00-00:00", HOURS, HOURS_ARE);
        LocalTime from = LocalTime.parse(hours.substring(0, 5));
        LocalTime until = LocalTime.parse(hours.substring(6));
        if (from.equals(until) && when.has("hours")) {
            throw when.mustBe("hours", hours, HOURS_ARE);
        }
        when.noMore();
        return new When(first, last, days, from, until);
    }

    private static LocalDate date(Fields when, String name, LocalDate byDefault) throws SettingsFault {
        if (!when.has(name)) {
            return byDefault;
        }
        String date = when.text(name, DATE, DATE_IS);
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw when.mustBe(name, date, DATE_IS);
        }
    }

    private static Set<DayOfWeek> days(Fields when) throws SettingsFault {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String text : when.texts("days")) {
            int day = DAYS.indexOf(text);
            if (day < 0) {
                throw when.mustBe("days", text, "one of " + String.join(", ", DAYS));
            }
            days.add(DayOfWeek.of(day + 1));
        }
        return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
    }
}
