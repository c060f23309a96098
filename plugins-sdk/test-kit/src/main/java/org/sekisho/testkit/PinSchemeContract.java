package org.sekisho.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.api.identity.PinScheme;

/** What every PIN scheme keeps; a plugin's test implements this and adds a stored form worked out elsewhere. */
public interface PinSchemeContract {

    /** The scheme, as the register has it. */
    PinScheme scheme();

    @Test
    default void rightPinIsKnownAgainAndNoOther() {
        String stored = scheme().hash("4917".toCharArray(), pepper(7));
        assertThat(scheme().verify("4917".toCharArray(), stored, pepper(7))).isTrue();
        for (String other : List.of("", "491", "4918", "49170", "7194")) {
            assertThat(scheme().verify(other.toCharArray(), stored, pepper(7)))
                    .as(other)
                    .isFalse();
        }
    }

    /** What is stolen with the database alone is worth nothing. */
    @Test
    default void withAnotherPepperNothingIsKnownAgain() {
        String stored = scheme().hash("4917".toCharArray(), pepper(7));
        assertThat(scheme().verify("4917".toCharArray(), stored, pepper(8))).isFalse();
    }

    @Test
    default void samePinIsStoredDifferentlyEachTime() {
        assertThat(scheme().hash("4917".toCharArray(), pepper(7)))
                .isNotEqualTo(scheme().hash("4917".toCharArray(), pepper(7)));
    }

    @Test
    default void storedFormNamesItsSchemeAndShowsNoPin() {
        assertThat(scheme().hash("491700112233".toCharArray(), pepper(7)))
                .startsWith("$")
                .doesNotContain("491700112233")
                .hasSizeLessThanOrEqualTo(255);
    }

    @Test
    default void foreignAndDamagedFormsAreWrongAndNoException() {
        String stored = scheme().hash("4917".toCharArray(), pepper(7));
        for (String form : List.of("", "$", "4917", "$none$AAAA$AAAA", stored.substring(0, stored.length() / 2))) {
            assertThat(scheme().verify("4917".toCharArray(), form, pepper(7)))
                    .as(form)
                    .isFalse();
        }
    }

    @Test
    default void whatIsHandedInStaysAsItWas() {
        char[] pin = "4917".toCharArray();
        byte[] pepper = pepper(7);
        scheme().verify(pin, scheme().hash(pin, pepper), pepper);
        assertThat(pin).containsExactly('4', '9', '1', '7');
        assertThat(pepper).isEqualTo(pepper(7));
    }

    /** A change of cashier takes less than fifty milliseconds in all; the scheme itself a tenth of that at most. */
    @Test
    default void comparingTakesNoTime() {
        String stored = scheme().hash("4917".toCharArray(), pepper(7));
        long best = Long.MAX_VALUE;
        for (int time = 0; time < 50; time++) {
            long begun = System.nanoTime();
            scheme().verify("4917".toCharArray(), stored, pepper(7));
            best = Math.min(best, System.nanoTime() - begun);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(5));
    }

    private static byte[] pepper(int fill) {
        byte[] pepper = new byte[PinScheme.PEPPER_BYTES];
        Arrays.fill(pepper, (byte) fill);
        return pepper;
    }
}
