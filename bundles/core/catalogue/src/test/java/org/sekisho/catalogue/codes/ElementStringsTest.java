package org.sekisho.catalogue.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By the GS1 General Specifications: identifiers and lengths 3.2, separators 7.8, characters 7.11, printed form 4.14. */
class ElementStringsTest {

    private static final Map<String, String> APPLES =
            Map.of("01", "04912345678904", "3103", "001250", "17", "261231", "10", "ABC");

    /** FNC1 is written as ~ here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(01)04912345678904(3103)001250(17)261231(10)ABC",
                "(10)ABC(17)261231(3103)001250(01)04912345678904",
                "010491234567890431030012501726123110ABC",
                "]C1010491234567890431030012501726123110ABC",
                "]e0010491234567890431030012501726123110ABC",
                "]d210ABC~010491234567890417261231~3103001250",
                "~10ABC~01049123456789043103001250~17261231~",
                "0104912345678904310300125017261231010491234567890410ABC",
            })
    void oneMeaningHasManyForms(String code) {
        assertThat(parse(code)).contains(APPLES);
    }

    @Test
    void whatTheTillDoesNotKnowIsTakenApartAllTheSame() {
        assertThat(parse("0104912345678904240REF-1~3922980~21S/N(7)~41434567890123480"))
                .isEmpty(); // 414: its length is fixed, 13 digits and not 14
        assertThat(parse("0104912345678904240REF-1~3922980~21S/N(7)~414345678901234"))
                .isEmpty(); // and not 12
        assertThat(parse("0104912345678904240REF-1~3922980~21S/N(7)~4143456789012348"))
                .contains(Map.of(
                        "01", "04912345678904", "240", "REF-1", "3922", "980", "21", "S/N(7)", "414", "3456789012348"));
    }

    @ParameterizedTest
    @CsvSource({
        "(01)4912345678904, a GTIN of 13 digits",
        "(01)0491234567890X, a letter in a number",
        "(01)04912345678904(10), nothing after the identifier",
        "(01)04912345678904(10)A(B), a bracket in a printed value",
        "(01)04912345678904x, something after it",
        "(01)04912345678904(3103)1250, too short",
        "(01)04912345678904(3103)0012500, too long",
        "(010)4912345678904, no such identifier",
        "(01)04912345678904(310)3001250, an identifier cut short",
        "(01)04912345678904(05)1, not assigned",
        "(01)04912345678904(10)あ, outside the character set",
        "(01)04912345678904(10)A#B, outside the character set",
        "(01)04912345678904(10)A(10)B, said twice otherwise",
        "(), empty",
        "~, empty",
        "01049123456789043103~001250, a separator inside a number",
        "01049123456789043103001250X, no identifier",
        "0104912345678904310300125, cut short",
        "01049123456789041, cut short"
    })
    void whatIsNotToTheLetterIsRefused(String code, String why) {
        assertThat(parse(code)).as(why).isEmpty();
        assertThat(ElementStrings.hasShape(code.replace('~', '\u001d'))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4901234567894", "04901234567894", "01234565", "apples", "010123", "]E04901234567894", ""})
    void otherCodesAreNone(String code) {
        assertThat(ElementStrings.hasShape(code)).isFalse();
    }

    /** What is printed beneath a symbol and what the scanner sends of it say the same, in any order. */
    @Property
    void printedAndSentSayTheSame(@ForAll("elements") Map<String, String> elements) {
        StringBuilder printed = new StringBuilder();
        StringBuilder sent = new StringBuilder();
        elements.forEach((identifier, value) -> {
            printed.append('(').append(identifier).append(')').append(value);
            sent.append(identifier).append(value);
            if (identifier.equals("10") || identifier.equals("21") || identifier.startsWith("392")) {
                sent.append('\u001d');
            }
        });
        assertThat(ElementStrings.parse(printed.toString())).contains(elements);
        assertThat(ElementStrings.parse(sent.toString())).contains(elements);
    }

    /** Whatever a scanner sends: an answer, never an exception, and nothing that was not there. */
    @Property
    void anythingIsAnswered(@ForAll("scans") String code) {
        ElementStrings.parse(code)
                .ifPresent(elements -> assertThat(elements.values())
                        .allSatisfy(value -> assertThat(code).contains(value)));
    }

    @Provide
    Arbitrary<Map<String, String>> elements() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("ABCxyz0189-/.*!\"%&'+,:;<=>?_")
                .ofMinLength(1)
                .ofMaxLength(20);
        Arbitrary<Map.Entry<String, String>> element = Arbitraries.oneOf(
                entry("01", digits(14)),
                entry("17", digits(6)),
                entry("3103", digits(6)),
                entry("10", text),
                entry("21", text),
                entry("3922", Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(15)));
        return element.list().ofMinSize(1).ofMaxSize(6).map(entries -> {
            Map<String, String> elements = new java.util.LinkedHashMap<>();
            entries.forEach(entry -> elements.put(entry.getKey(), entry.getValue()));
            return elements;
        });
    }

    @Provide
    Arbitrary<String> scans() {
        Arbitrary<String> begin =
                Arbitraries.of("", "(", "(01)", "01", "]C1", "0104912345678904", "(01)04912345678904");
        Arbitrary<String> rest =
                Arbitraries.strings().withChars("0123(4)567890AB\u001d]あ*").ofMaxLength(40);
        return Combinators.combine(begin, rest).as(String::concat);
    }

    private static Arbitrary<Map.Entry<String, String>> entry(String identifier, Arbitrary<String> value) {
        return value.map(text -> Map.entry(identifier, text));
    }

    private static Arbitrary<String> digits(int length) {
        return Arbitraries.strings().numeric().ofLength(length);
    }

    private static Optional<Map<String, String>> parse(String code) {
        return ElementStrings.parse(code.replace('~', '\u001d'));
    }
}
