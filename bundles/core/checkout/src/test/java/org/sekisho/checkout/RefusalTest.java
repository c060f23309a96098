package org.sekisho.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void saysTheSameInBothLanguages(Refusal refusal) {
        List<Object> facts = List.of("<a>", "<b>", "<c>");
        String english = refusal.sentence(Locale.ENGLISH, facts);
        String japanese = refusal.sentence(Locale.JAPAN, facts);
        assertThat(english).isNotEqualTo(japanese).endsWith(english.endsWith(">") ? ">" : ".");
        for (Object fact : facts) {
            assertThat(japanese.contains(fact.toString())).isEqualTo(english.contains(fact.toString()));
        }
        assertThat(japanese.codePoints().anyMatch(c -> c > 0x3000)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void anyOtherLanguageReadsEnglish(Refusal refusal) {
        assertThat(new CheckoutRefusal(refusal, "x", "y", "z").sentence(Locale.FRENCH))
                .isEqualTo(new CheckoutRefusal(refusal, "x", "y", "z").getMessage());
    }
}
