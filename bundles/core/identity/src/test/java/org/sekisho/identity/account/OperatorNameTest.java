package org.sekisho.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorNameTest {

    @ParameterizedTest
    @CsvSource({
        "Hanako, hanako",
        "' hanako\u3000', hanako",
        "ＨＡＮＡＫＯ, hanako",
        "山田花子, 山田花子",
        "ﾔﾏﾀﾞ, ヤマダ",
        "o.neill-2, o.neill-2",
        "7, 7",
        "Müller, müller",
        "佐藤B, 佐藤b"
    })
    void namesAreComparedInOneForm(String typed, String name) {
        assertThat(OperatorName.normalise(typed)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "山田 花子",
                "山田\u3000花子",
                "-x",
                ".x",
                "a\u200bb",
                "a\nb",
                "a/b",
                "a'b",
                "\u202eabc",
                "h\u0430nako",
                "123456789012345678901234567890123",
                "\u0301a"
            })
    void whatCouldBeMistakenForAnotherNameIsRefused(String typed) {
        assertThat(OperatorName.normalise(typed)).isEmpty();
    }

    @Test
    void thirtyTwoLettersAreTheMost() {
        assertThat(OperatorName.normalise("花".repeat(32))).isPresent();
        assertThat(OperatorName.normalise("花".repeat(33))).isEmpty();
        assertThat(OperatorName.normalise("a".repeat(1_000_000))).isEmpty();
    }
}
