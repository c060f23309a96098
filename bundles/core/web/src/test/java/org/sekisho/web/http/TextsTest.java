package org.sekisho.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sekisho.gate.view.TrustAge;

class TextsTest {

    private static final Pattern FACT = Pattern.compile("\\{[0-9]\\}");

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                TextsTest.class.getResourceAsStream("/org/sekisho/web/" + name), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    private static Set<String> facts(String text) {
        Set<String> found = new TreeSet<>();
        for (Matcher m = FACT.matcher(text); m.find(); ) {
            found.add(m.group());
        }
        return found;
    }

    @Test
    void everySentenceStandsInBothLanguagesWithTheSameFacts() throws IOException {
        Properties english = read("messages.properties");
        Properties japanese = read("messages_ja.properties");
        assertThat(japanese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(facts(japanese.getProperty(key))).as(key).isEqualTo(facts(english.getProperty(key)));
            assertThat(english.getProperty(key).replace("''", "")).as(key).doesNotContain("'");
        }
    }

    @Test
    void everyRefusalAndEveryAgeHasItsSentence() throws IOException {
        Set<String> keys = read("messages.properties").stringPropertyNames();
        for (Refusal refusal : Refusal.values()) {
            assertThat(keys).contains(refusal.name());
        }
        for (TrustAge age : TrustAge.values()) {
            if (age != TrustAge.FRESH) {
                assertThat(keys).contains("age." + age.name());
            }
        }
    }

    @Test
    void browsersLanguageDecidesAndEnglishIsTheRest() {
        assertThat(Texts.preferred("ja")).isEqualTo(Locale.JAPANESE);
        assertThat(Texts.preferred("ja-JP,ja;q=0.9,en;q=0.8")).isEqualTo(Locale.JAPANESE);
        assertThat(Texts.preferred("en-GB,ja;q=0.5")).isEqualTo(Locale.ENGLISH);
        assertThat(Texts.preferred("fr,ja;q=0.5")).isEqualTo(Locale.JAPANESE);
        assertThat(Texts.preferred("fr")).isEqualTo(Locale.ENGLISH);
        assertThat(Texts.preferred(null)).isEqualTo(Locale.ENGLISH);
        assertThat(Texts.preferred("")).isEqualTo(Locale.ENGLISH);
        assertThat(Texts.preferred(";;q=x")).isEqualTo(Locale.ENGLISH);
    }
}
