package org.sekisho.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.model.Quantity;
import org.sekisho.api.model.ReceiptNumber;
import org.sekisho.api.model.Unit;

class RingParserTest {

    @Test
    void bareCodeIsOnePiece() throws Exception {
        assertThat(RingParser.parse("4901234567894"))
                .contains(new RingLine.Scan("4901234567894", Quantity.ONE, Optional.empty(), Optional.empty()));
    }

    @Test
    void countAndPriceAndCodeMakeOneLine() throws Exception {
        assertThat(RingParser.parse("3@298*4901234567894"))
                .contains(new RingLine.Scan(
                        "4901234567894", Quantity.pieces(3), Optional.of(Unit.PIECE), Optional.of(298L)));
        assertThat(RingParser.parse("@298*4901234567894"))
                .contains(new RingLine.Scan("4901234567894", Quantity.ONE, Optional.empty(), Optional.of(298L)));
    }

    @Test
    void weightIsKilograms() throws Exception {
        assertThat(RingParser.parse("1.250kg*0012"))
                .contains(new RingLine.Scan("0012", new Quantity(1250), Optional.of(Unit.KG), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(01)04912345678904(3103)001250(17)261231(10)ABC",
                "(01)04912345678904(10)A*B",
                "]C10104912345678904310300125010ABC",
                "010491234567890410ABC\u001d3103001250"
            })
    void elementStringsAreOneCode(String code) throws Exception {
        assertThat(RingParser.parse(code))
                .contains(new RingLine.Scan(code, Quantity.ONE, Optional.empty(), Optional.empty()));
    }

    @Test
    void aQuantityMayStandBeforeElementStrings() throws Exception {
        assertThat(RingParser.parse("3*(01)04912345678904(10)A*B"))
                .contains(new RingLine.Scan(
                        "(01)04912345678904(10)A*B", Quantity.pieces(3), Optional.of(Unit.PIECE), Optional.empty()));
    }

    @Test
    void commentsAndBlankLinesSayNothing() throws Exception {
        assertThat(RingParser.parse("  # a comment")).isEmpty();
        assertThat(RingParser.parse("")).isEmpty();
        assertThat(RingParser.parse("CASH 2000 # all of it")).contains(new RingLine.Cash(2000));
    }

    @Test
    void discountsAreOfALineOrOfTheBasket() throws Exception {
        assertThat(RingParser.parse("DISCOUNT 2 10%"))
                .contains(new RingLine.PercentOff(Optional.of(2), new BigDecimal("10")));
        assertThat(RingParser.parse("DISCOUNT 2 100")).contains(new RingLine.AmountOff(Optional.of(2), 100));
        assertThat(RingParser.parse("DISCOUNT 12.5%"))
                .contains(new RingLine.PercentOff(Optional.empty(), new BigDecimal("12.5")));
        assertThat(RingParser.parse("DISCOUNT 500")).contains(new RingLine.AmountOff(Optional.empty(), 500));
    }

    @Test
    void noSaleKeepsItsReason() throws Exception {
        assertThat(RingParser.parse("NOSALE change for a customer"))
                .contains(new RingLine.NoSale("change for a customer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "CASH",
                "CASH -5",
                "CASH 1e3",
                "CASH 99999999999999999999",
                "VOID x",
                "VOID 99999999999",
                "END now",
                "-1*4901234567894",
                "1.2345kg*0012",
                "*",
                "3*",
                "DISCOUNT 1 2 3",
                "DISCOUNT 10.12345%",
                "４９０１２３"
            })
    void anythingElseIsABadLine(String line) {
        assertThatThrownBy(() -> RingParser.parse(line)).isInstanceOf(RingParser.BadLine.class);
    }

    @Test
    void aPostVoidNamesAReceiptAndAReason() throws Exception {
        assertThat(RingParser.parse("POSTVOID 1-000123 rung  twice # today"))
                .contains(new RingLine.PostVoid(new ReceiptNumber("1", 123), "rung  twice"));
        assertThat(RingParser.parse("POSTVOID 1-000123"))
                .contains(new RingLine.PostVoid(new ReceiptNumber("1", 123), ""));
        assertThatThrownBy(() -> RingParser.parse("POSTVOID 4901234567894 why")).isInstanceOf(RingParser.BadLine.class);
        assertThatThrownBy(() -> RingParser.parse("POSTVOID")).isInstanceOf(RingParser.BadLine.class);
    }

    @Test
    void goodsWithoutAReceiptComeBackByTheirCode() throws Exception {
        assertThat(RingParser.parse("RETURN 4901234567894 2"))
                .contains(new RingLine.GiveBackUnreceipted("4901234567894", Quantity.pieces(2), Optional.empty()));
        assertThat(RingParser.parse("RETURN @98*4901234567894 0.5"))
                .contains(new RingLine.GiveBackUnreceipted("4901234567894", Quantity.parse("0.5"), Optional.of(98L)));
        assertThatThrownBy(() -> RingParser.parse("RETURN 1-000123 2")).isInstanceOf(RingParser.BadLine.class);
        assertThatThrownBy(() -> RingParser.parse("RETURN 3*4901234567894 2")).isInstanceOf(RingParser.BadLine.class);
    }
}
