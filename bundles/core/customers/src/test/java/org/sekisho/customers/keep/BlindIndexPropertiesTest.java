package org.sekisho.customers.keep;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** However a person's data is written, it is found; and whatever it is, another's is not. */
class BlindIndexPropertiesTest {

    private final BlindIndex index = new BlindIndex(new Keys(new byte[32]));

    @Property
    void normalFormStaysAsItIs(@ForAll @StringLength(max = 40) String text) {
        assertThat(BlindIndex.name(BlindIndex.name(text))).isEqualTo(BlindIndex.name(text));
        assertThat(BlindIndex.phone(BlindIndex.phone(text))).isEqualTo(BlindIndex.phone(text));
    }

    @Property
    void numbersOfOnePhoneAreAlike(@ForAll @IntRange(max = 99_999_999) int number) {
        String digits = String.format("090%08d", number);
        String international = "+81 " + digits.substring(1, 3) + "-" + digits.substring(3);
        assertThat(BlindIndex.phone(international)).isEqualTo(digits);
        assertThat(index.tags(international)).containsAnyElementsOf(index.tags(digits));
    }

    @Property
    void otherTextsHaveOtherTags(
            @ForAll @StringLength(max = 20) String one, @ForAll @StringLength(max = 20) String two) {
        boolean alike = BlindIndex.name(one).equals(BlindIndex.name(two))
                || same(BlindIndex.phone(one), BlindIndex.phone(two))
                || same(BlindIndex.email(one), BlindIndex.email(two));
        if (!alike && !index.tags(two).isEmpty()) {
            assertThat(index.tags(one)).doesNotContainAnyElementsOf(index.tags(two));
        }
    }

    private static boolean same(String one, String two) {
        return !one.isEmpty() && one.equals(two);
    }
}
