package org.sekisho.api.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.device.ReceiptDocument.Align;
import org.sekisho.api.device.ReceiptDocument.Block;
import org.sekisho.api.device.ReceiptDocument.Feed;
import org.sekisho.api.device.ReceiptDocument.Pair;
import org.sekisho.api.device.ReceiptDocument.Rule;
import org.sekisho.api.device.ReceiptDocument.Style;
import org.sekisho.api.device.ReceiptDocument.Text;

class PaperLayoutTest {

    @ParameterizedTest
    @CsvSource({"abc,3", "¥1,2", "鮭おにぎり,10", "ｻｹ,2", "×※…,6", "é,1", "が,2", "か\u3099,2", "𠮷,2", "α,2", "①髙,4"})
    void cells(String text, int width) {
        assertThat(DisplayWidth.of(text)).isEqualTo(width);
    }

    @Test
    void pairStandsAtBothEnds() {
        assertThat(laidOut(16, new Pair("合計", "¥1,234", Style.NORMAL))).containsExactly("合計      ¥1,234");
    }

    @Test
    void longNameWrapsAndTheValueEndsTheLastLine() {
        assertThat(laidOut(12, new Pair("手巻おにぎり紅鮭", "¥138", Style.NORMAL))).containsExactly("手巻おにぎり", "紅鮭    ¥138");
    }

    @Test
    void valueGetsItsOwnLineWhereItDoesNotFit() {
        assertThat(laidOut(12, new Pair("手巻おにぎり", "¥138", Style.NORMAL))).containsExactly("手巻おにぎり", "        ¥138");
    }

    @Test
    void latinWordsStayWhole() {
        assertThat(laidOut(12, new Text("Thank you very much", Align.CENTER, Style.NORMAL)))
                .containsExactly(" Thank you", " very much");
    }

    @Test
    void largeLettersTakeTwoColumns() {
        assertThat(laidOut(16, new Text("関所", Align.CENTER, Style.LARGE))).containsExactly("  関所");
    }

    @Test
    void feedAndRule() {
        assertThat(laidOut(8, new Feed(2), new Rule())).containsExactly("", "", "--------");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 31, 32, 42, 48})
    void noLineIsWiderThanThePaperAndNothingIsLost(int columns) {
        String text = "国産特選ABC牛乳1000mlﾊﾟｯｸ×2本入り 𠮷野家か\u3099 very-long-word-without-spaces end";
        for (Style style : Style.values()) {
            var lines = new PaperLayout(columns)
                    .lines(new ReceiptDocument(
                            "1", List.of(new Text(text, Align.RIGHT, style), new Pair(text, text, style))));
            int cells = style == Style.LARGE ? columns / 2 : columns;
            assertThat(lines)
                    .allSatisfy(line -> assertThat(DisplayWidth.of(line.text())).isLessThanOrEqualTo(cells));
            assertThat(lines.stream()
                            .map(PaperLine::text)
                            .reduce("", String::concat)
                            .replace(" ", ""))
                    .isEqualTo(text.replace(" ", "").repeat(3));
        }
    }

    @Test
    void paperNarrowerThanEightColumnsIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PaperLayout(7));
    }

    private static List<String> laidOut(int columns, Block... blocks) {
        return new PaperLayout(columns)
                .lines(new ReceiptDocument("1", List.of(blocks))).stream()
                        .map(PaperLine::text)
                        .toList();
    }
}
