package org.sekisho.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.identity.Sentence;

class ProfileTest {

    /** Too long for a table, and not of one password alone. */
    private static final Predicate<String> SAID_ELSEWHERE =
            Set.of("password.too-long", "password.history", "password.expires")::contains;

    private static final NamesAround NAMES = NamesAround.of("yamada.hanako", "Marufuku 食品店");

    private static final Path TABLES = Path.of("../../../docs/passwords.md");
    private static final Pattern ROW = Pattern.compile("\\| `(.+)` \\| (taken|refused) \\| ?([a-z. -]*?) ?\\|");

    /** Every row of the published tables. */
    static Stream<Arguments> rows() throws IOException {
        List<Arguments> rows = new ArrayList<>();
        Optional<Profile> profile = Optional.empty();
        for (String line : Files.readAllLines(TABLES)) {
            if (line.startsWith("## ")) {
                profile = Profile.named(line.substring(3));
            }
            if (line.startsWith("| `")) {
                Matcher row = ROW.matcher(line);
                assertThat(row.matches()).as(line).isTrue();
                assertThat(row.group(3).isEmpty())
                        .as("only what is refused has a reason: " + line)
                        .isEqualTo(row.group(2).equals("taken"));
                rows.add(Arguments.of(profile.orElseThrow(), row.group(1), row.group(3)));
            }
        }
        return rows.stream();
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("rows")
    void publishedRowHolds(Profile profile, String password, String keys) {
        assertThat(String.join(" ", broken(profile, password))).isEqualTo(keys);
    }

    @Test
    void eachProfileHasItsTableAndEachRuleItsRow() throws IOException {
        List<Object[]> rows = rows().map(Arguments::get).toList();
        for (Profile profile : Profile.values()) {
            List<String> told = rows.stream()
                    .filter(row -> row[0] == profile)
                    .flatMap(row -> Stream.of(row[2].toString().split(" ")))
                    .distinct()
                    .toList();
            List<String> asked = profile.sentences().stream()
                    .map(Sentence::key)
                    .filter(SAID_ELSEWHERE.negate())
                    .toList();
            assertThat(told).as(profile.toString()).containsAll(asked);
        }
    }

    @Test
    void nothingLongerThanAPhraseIsHashed() {
        assertThat(broken(Profile.NIST, "correct battery staple ".repeat(1000))).containsExactly("password.too-long");
    }

    @Test
    void rulesAreSaidBeforeAPasswordIsTyped() {
        List<String> sentences = Profile.SOURCE_JP.sentences().stream()
                .map(sentence -> sentence.in(Locale.ENGLISH))
                .toList();

        assertThat(sentences)
                .contains(
                        "The password has at least 12 characters.",
                        "The password is none of the last 24 of this operator.",
                        "The password is changed every 90 days.");
    }

    @Test
    void blocklistHoldsNothingTooShortToLookFor() {
        assertThat(Blocklist.WORDS)
                .hasSizeGreaterThan(400)
                .allMatch(word -> word.codePointCount(0, word.length()) >= 3);
    }

    @Test
    void passwordIsNeverPrinted() {
        assertThat(NewPassword.of("Kx7!mQp2#vRt".toCharArray())).hasToString("NewPassword[…]");
    }

    private static List<String> broken(Profile profile, String password) {
        try (NewPassword wanted = NewPassword.of(password.toCharArray())) {
            return profile.broken(wanted, NAMES).stream().map(Sentence::key).toList();
        }
    }
}
