package org.sekisho.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]\\}");

    @Test
    void everySentenceStandsInBothLanguages() throws IOException {
        assertThat(read("messages_ja.properties").stringPropertyNames())
                .isEqualTo(read("messages.properties").stringPropertyNames());
    }

    @Test
    void bothLanguagesNameTheSameFacts() throws IOException {
        Properties english = read("messages.properties");
        Properties japanese = read("messages_ja.properties");
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(japanese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @Test
    void languageFollowsTheLocaleVariablesInTheirOrder() {
        assertThat(Console.languageOf(Map.of("LANG", "ja_JP.UTF-8"))).isEqualTo(Locale.JAPANESE);
        assertThat(Console.languageOf(Map.of("LANG", "ja_JP.UTF-8", "LC_ALL", "C.UTF-8")))
                .isEqualTo(Locale.ROOT);
        assertThat(Console.languageOf(Map.of())).isEqualTo(Locale.ROOT);
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        for (Matcher m = ARGUMENT.matcher(text); m.find(); ) {
            found.add(m.group());
        }
        return found;
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
