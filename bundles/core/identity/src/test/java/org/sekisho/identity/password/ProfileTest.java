package org.sekisho.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.identity.Sentence;

class ProfileTest {

    private static final NamesAround NAMES = NamesAround.of("yamada.hanako", "Marufuku 食品店");

    @ParameterizedTest
    @ValueSource(strings = {"Kx7!mQp2#vRt", "Wz4%nTb8&hLd", "t0Gu-8Vexi=Wop2", "Ｋｘ７！ｍＱｐ２＃ｖＲｔ", "Zq9 かぜ!Rp4xMn7"})
    void sourceJpAcceptsTwelveOfFourClasses(String password) {
        assertThat(broken(Profile.SOURCE_JP, password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Kx7!mQp2#vR, password.length",
        "Kxz!mQpy#vRt, password.digit",
        "Kx7mmQp2qvRt, password.symbol",
        "kx7!mqp2#vrt, password.upper",
        "KX7!MQP2#VRT, password.lower",
        "Kx!1234#vRtz, password.run",
        "Kx!9876#vRtz, password.run",
        "Kx7!aBcD#vRt, password.run",
        "Kx7!mmmm#vRt, password.run",
        "Kx7!QwEr#vRt, password.run",
        "Kx7!Sakura#v, password.word",
        "P@ssw0rd#Kx7, password.word",
        "Kx7!5akur4#v, password.word",
        "Kx7!Yamada#v, 'password.word,password.name'",
        "Kx7!Marufuku, password.name",
        "Kx7!食品店#mQp2, password.name"
    })
    void sourceJpNamesTheRuleThatIsBroken(String password, String keys) {
        assertThat(broken(Profile.SOURCE_JP, password)).containsExactly(keys.split(","));
    }

    @ParameterizedTest
    @CsvSource({
        "kx7mqp2vrtzw, ''",
        "kx7mqp2vrtz, password.length",
        "kxzmqpyvrtzw, password.digit",
        "738291647382, password.letter",
        "password2024, password.common",
        "Sakura12345!, password.common",
        "hanako123456, password.common"
    })
    void pciAsksForLettersAndDigits(String password, String keys) {
        assertThat(String.join(",", broken(Profile.PCI_90DAY, password))).isEqualTo(keys);
    }

    @ParameterizedTest
    @CsvSource({
        "correct battery staple, ''",
        "なつのよはまだよひながらあけぬるを, ''",
        "738291647382910, ''",
        "short but fine, password.length",
        "passwordpassword1, password.common",
        "aaaaaaaaaaaaaaaa, password.common",
        "sakurasakurasakura, password.common",
        "yamada-hanako-1234567, password.common",
        "qwertyuiopasdfghjkl, password.common"
    })
    void nistAsksForLengthAndABlocklistOnly(String password, String keys) {
        assertThat(String.join(",", broken(Profile.NIST, password))).isEqualTo(keys);
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
