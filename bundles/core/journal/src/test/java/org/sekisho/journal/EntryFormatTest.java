package org.sekisho.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntryFormatTest {

    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Test
    void timesAreWrittenWithThreeDecimals() {
        assertThat(EntryFormat.time(Instant.parse("2026-04-01T01:02:03Z"))).isEqualTo("2026-04-01T01:02:03.000Z");
        assertThat(EntryFormat.time(Instant.parse("2026-12-31T23:59:59.999999Z")))
                .isEqualTo("2026-12-31T23:59:59.999Z");
        assertThat(EntryFormat.time(Instant.parse("2028-02-29T00:00:00.045Z"))).isEqualTo("2028-02-29T00:00:00.045Z");
    }

    @Test
    void everyTimeIsWrittenAsTheFormatterWritesIt() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            Instant time = Instant.ofEpochMilli((random.nextLong() >> 14) / 2);
            assertThat(EntryFormat.time(time)).isEqualTo(RFC_3339.format(time));
        }
    }
}
