package org.sekisho.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.Test;

class SentenceTest {

    @Test
    void isSaidInTheLanguageAskedFor() {
        Sentence sentence = new Sentence("password.length", "12");

        assertThat(sentence.in(Locale.JAPAN)).isEqualTo("パスワードは12文字以上にしてください。");
        assertThat(sentence.in(Locale.UK)).isEqualTo("The password has at least 12 characters.");
        assertThat(sentence.in(Locale.FRENCH)).isEqualTo("The password has at least 12 characters.");
    }

    @Test
    void everySentenceExistsInBothLanguages() {
        assertThat(words(Locale.JAPANESE).keySet()).isEqualTo(words(Locale.ROOT).keySet());
        for (String key : words(Locale.ROOT).keySet()) {
            assertThat(words(Locale.JAPANESE).getString(key))
                    .as(key)
                    .isNotEqualTo(words(Locale.ROOT).getString(key));
            assertThat(new Sentence(key, "1", "2").in(Locale.JAPANESE)).doesNotContain("{");
        }
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle(
                "org.sekisho.identity.sentences", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
