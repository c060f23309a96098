package org.sekisho.extensions.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.gate.view.RefusalCode;

final class SentencesTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesSayTheSameWithTheSameArguments() throws IOException {
        Properties english = read("refusals.properties");
        Properties japanese = read("refusals_ja.properties");
        assertThat(japanese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(japanese.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key))));
    }

    @Test
    void everyCodeSaysWhoCanMendIt() throws IOException {
        Properties english = read("refusals.properties");
        for (RefusalCode code : RefusalCode.values()) {
            assertThat(english.getProperty("mend." + code))
                    .as("%s", code)
                    .isNotBlank()
                    .endsWith(".");
        }
    }

    /** The source is read, so that no key is without a sentence and no sentence without a use. */
    @Test
    void everyKeyInTheCodeHasASentence() throws IOException {
        String code = source();
        Properties english = read("refusals.properties");
        for (String key : english.stringPropertyNames()) {
            String last = key.substring(key.indexOf('.') + 1);
            assertThat(key.startsWith("mend.")
                            || key.equals("sales")
                            || code.contains("\"" + last + "\"")
                            || code.contains("\"" + key + "\""))
                    .as(key)
                    .isTrue();
        }
        Set<String> used = new TreeSet<>();
        Pattern.compile("Finding\\.structure\\(\\s*\"([a-z0-9-]+)\"")
                .matcher(code)
                .results()
                .forEach(m -> used.add("structure." + m.group(1)));
        Pattern.compile("(?:invalid|BadSignature)\\(\\s*\"([a-z-]+)\"")
                .matcher(code)
                .results()
                .forEach(m -> used.add("signature." + m.group(1)));
        Pattern.compile("\"((?:listing|antivirus|signature)\\.[a-z-]+)\"")
                .matcher(code)
                .results()
                .forEach(m -> used.add(m.group(1)));
        assertThat(used).hasSizeGreaterThan(50);
        assertThat(english.stringPropertyNames()).containsAll(used);
    }

    @Test
    void unknownLanguageIsEnglish() {
        assertThat(new Sentences(Locale.FRENCH).say("signature.none", List.of()))
                .isEqualTo("nobody signed it");
    }

    @Test
    void apostrophesAndBracesOfTheJarAreShownAsTheyAre() {
        assertThat(new Sentences(Locale.ENGLISH).say("structure.crc", List.of("it's {0}")))
                .isEqualTo("the checksum does not fit the content: it's {0}");
    }

    @Test
    void longNamesLoseTheirMiddle() {
        assertThat(Sentences.plain("a".repeat(500))).hasSize(121);
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(text).results().forEach(found -> places.add(found.group()));
        return places;
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Sentences.class.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }

    private static String source() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
