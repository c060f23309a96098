package org.sekisho.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.api.identity.PasswordScheme;

/** What every password scheme keeps; a plugin's test implements this and adds its parameters and a stored form worked out elsewhere. */
public interface PasswordSchemeContract {

    /** The scheme, as the register has it; a cheaper one for tests will do. */
    PasswordScheme scheme();

    @Test
    default void rightPasswordIsKnownAgain() {
        for (String password : passwords()) {
            assertThat(scheme().verify(password.toCharArray(), scheme().hash(password.toCharArray())))
                    .as(password)
                    .isTrue();
        }
    }

    @Test
    default void noOtherPasswordIs() {
        String stored = scheme().hash("Tsubame-88-Kaze!".toCharArray());
        for (String other :
                List.of("", "Tsubame-88-Kaze", "Tsubame-88-Kaze!!", "tsubame-88-kaze!", "Tsubame-89-Kaze!")) {
            assertThat(scheme().verify(other.toCharArray(), stored)).as(other).isFalse();
        }
    }

    /** Also where both begin alike for long. */
    @Test
    default void everyCharacterCounts() {
        String same = "x".repeat(120);
        String stored = scheme().hash((same + "a").toCharArray());
        assertThat(scheme().verify((same + "b").toCharArray(), stored)).isFalse();
        assertThat(scheme().verify((same + "a").toCharArray(), stored)).isTrue();
    }

    @Test
    default void samePasswordIsStoredDifferentlyEachTime() {
        assertThat(scheme().hash("Tsubame-88-Kaze!".toCharArray()))
                .isNotEqualTo(scheme().hash("Tsubame-88-Kaze!".toCharArray()));
    }

    @Test
    default void storedFormNamesItsSchemeAndShowsNoPassword() {
        String stored = scheme().hash("Tsubame-88-Kaze!".toCharArray());
        assertThat(stored).startsWith("$").doesNotContain("Tsubame");
        assertThat(stored.length()).isLessThanOrEqualTo(512);
    }

    @Test
    default void foreignAndDamagedFormsAreWrongAndNoException() {
        String stored = scheme().hash("Tsubame-88-Kaze!".toCharArray());
        for (String form :
                List.of("", "$", "Tsubame-88-Kaze!", "$none$v=1$AAAA$AAAA", stored.substring(0, stored.length() / 2))) {
            assertThat(scheme().verify("Tsubame-88-Kaze!".toCharArray(), form))
                    .as(form)
                    .isFalse();
        }
    }

    @Test
    default void whatItStoresTodayIsNotOutdated() {
        assertThat(scheme().isOutdated(scheme().hash("Tsubame-88-Kaze!".toCharArray())))
                .isFalse();
    }

    /** The caller zeroes it, and needs it until then. */
    @Test
    default void passwordThatIsHandedInStaysAsItWas() {
        char[] password = "Tsubame-88-Kaze!".toCharArray();
        String stored = scheme().hash(password);
        scheme().verify(password, stored);
        assertThat(password).containsExactly("Tsubame-88-Kaze!".toCharArray());
    }

    private static List<String> passwords() {
        return List.of("Tsubame-88-Kaze!", "燕の巣は軒先にある88!", "\uD83D\uDC1F sakana 12 A!", "a".repeat(300), " ");
    }
}
