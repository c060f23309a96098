package org.sekisho.driver.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.api.device.DisplayWidth;

class PrinterCharactersTest {

    private final PrinterCharacters characters = new PrinterCharacters(false);

    @ParameterizedTest
    @CsvSource({
        "〜,8160",
        "～,8160",
        "−,817c",
        "－,817c",
        "‖,8161",
        "—,815c",
        "¢,8191",
        "£,8192",
        "¬,81ca",
        "①,8740",
        "㈱,878a",
        "髙,fbfc",
        "﨑,fab1",
        "\uFA19,fb7e",
        "¥,5c",
        "￥,818f",
        "\\,815f",
        "~,7e",
        "ｱ,b1",
        "※,81a6",
        "か\u3099,82aa",
        "表,955c",
        "ソ,835c"
    })
    void bothCharsetsAreCovered(String text, String hex) {
        assertThat(HexFormat.of().formatHex(characters.encode(characters.printable(text))))
                .isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({"é,e", "€5,EUR5", "½,〓", "«,≪", "ﬁn,fin", "한국,〓〓", "𠮷野家,〓野家", "x\u0302,x", "葛\uDB40\uDD00,葛", "?,?"})
    void whatThePrinterLacksIsSpeltOrSeen(String text, String printed) {
        assertThat(characters.printable(text)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"①,1", "㈱,(株)", "髙,〓", "\uFA19,神", "※,※"})
    void printersWithoutNecsAdditionsGetPlainerLetters(String text, String printed) {
        assertThat(new PrinterCharacters(true).printable(text)).isEqualTo(printed);
    }

    @Test
    void everyCharacterOfBothCharsetsIsPrintedAsItself() {
        CharsetEncoder encoder = Charset.forName("Shift_JIS").newEncoder();
        for (char c = 0x20; c < 0xD800; c++) {
            if (encoder.canEncode(c) && c != 0x7F && c != '¥' && c != '\\' && c != '‾' && !Character.isISOControl(c)) {
                assertThat(characters.encode(characters.printable(Character.toString(c))))
                        .as("U+%04X", (int) c)
                        .isEqualTo(Character.toString(c).getBytes(encoder.charset()));
            }
        }
    }

    @Test
    void noCharacterBecomesASilentQuestionMarkAndAllAreAsWideAsTheirBytes() {
        for (int c = 0; c < 0x110000; c += c < 0xD800 ? 1 : 97) {
            if (c >= 0xD800 && c < 0xE000) {
                continue;
            }
            String printable = characters.printable(Character.toString(c));
            byte[] bytes = characters.encode(printable);
            if (bytes.length != DisplayWidth.of(printable)
                    || (new String(bytes, Charset.forName("windows-31j")).contains("?") && !printable.contains("?"))) {
                assertThat(DisplayWidth.of(printable))
                        .as("U+%04X as %s", c, printable)
                        .isEqualTo(bytes.length);
                assertThat(printable).as("U+%04X", c).contains("?");
            }
        }
    }
}
