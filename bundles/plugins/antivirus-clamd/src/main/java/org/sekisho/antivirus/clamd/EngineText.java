package org.sekisho.antivirus.clamd;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** clamd's version, said so that a person sees how old the signatures are. */
final class EngineText {

    private static final DateTimeFormatter CTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

    private EngineText() {}

    /** {@code ClamAV 1.4.6, signatures 27890 (12 days old)}; as it is where clamd names no signatures. */
    static String of(String version, Clock clock) {
        String[] parts = version.split("/", 3);
        if (parts.length < 3) {
            return version;
        }
        String signatures = parts[0] + ", signatures " + parts[1];
        try {
            Duration age =
                    Duration.between(LocalDateTime.parse(parts[2], CTIME).toInstant(ZoneOffset.UTC), clock.instant());
            return signatures + " (" + Math.max(0, age.toDays()) + " days old)";
        } catch (DateTimeException unknownForm) {
            return signatures;
        }
    }
}
