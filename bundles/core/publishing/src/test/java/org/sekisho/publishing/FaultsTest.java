package org.sekisho.publishing;

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

class FaultsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]\\}");

    @Test
    void bothLanguagesHaveEverySentenceWithTheSameFacts() throws IOException {
        Properties english = read("faults.properties");
        Properties japanese = read("faults_ja.properties");

        assertThat(japanese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(japanese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @Test
    void readerGetsTheirLanguage() {
        PublishingFault fault = new PublishingFault("passphrase.wrong", "targets");

        assertThat(fault.getMessage()).startsWith("That is not the passphrase of the key targets.");
        assertThat(fault.sentence(Locale.JAPANESE)).startsWith("鍵 targets のパスフレーズが違います。");
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
        try (Reader in = new InputStreamReader(FaultsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
