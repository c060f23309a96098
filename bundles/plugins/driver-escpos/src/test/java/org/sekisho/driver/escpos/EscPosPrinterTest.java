package org.sekisho.driver.escpos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.DeviceSettings;
import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.api.device.ReceiptDocument.Align;
import org.sekisho.api.device.ReceiptDocument.Block;
import org.sekisho.api.device.ReceiptDocument.Feed;
import org.sekisho.api.device.ReceiptDocument.Pair;
import org.sekisho.api.device.ReceiptDocument.Rule;
import org.sekisho.api.device.ReceiptDocument.Style;
import org.sekisho.api.device.ReceiptDocument.Text;
import org.sekisho.driver.escpos.Paper.Line;

class EscPosPrinterTest {

    private static final ReceiptDocument RECEIPT = document(new Text("店", Align.LEFT, Style.NORMAL));

    private final PrinterWire wire = new PrinterWire();
    private final EscPosPrinterDriver driver = new EscPosPrinterDriver();

    @Test
    void bytesToTheLetter() throws Exception {
        print(
                Map.of("status", "no"),
                document(
                        new Text("店", Align.CENTER, Style.LARGE),
                        new Pair("釣", "¥12", Style.BOLD),
                        new Feed(1),
                        new Pair("ｱ", "~", Style.NORMAL)));
        assertThat(hex(wire.printer.received()))
                .isEqualTo("1b40" + "1b7401" + "1c4331" + "1b5208"
                        + "1b4501" + "1d2111" + "1c5701" + "202020202020202020" + "2020" + "9358" + "0a"
                        + "1d2100" + "1c5700" + "1b4500"
                        + "1b4501" + "92de" + "20".repeat(43) + "5c3132" + "0a" + "1b4500"
                        + "0a"
                        + "b1" + "20".repeat(46) + "7e" + "0a"
                        + "1d564200");
    }

    @Test
    void paperReadsAsTheDocument() throws Exception {
        print(
                Map.of("columns", "32"),
                document(
                        new Text("せきしょ青果", Align.CENTER, Style.LARGE),
                        new Rule(),
                        new Pair("国産特選紅鮭おにぎり（二個入り）※", "¥1,138", Style.NORMAL),
                        new Pair("合計", "¥1,138", Style.BOLD)));
        assertThat(wire.printer.paper().lines())
                .containsExactly(
                        new Line("  せきしょ青果", true, true),
                        new Line("--------------------------------", false, false),
                        new Line("国産特選紅鮭おにぎり（二個入り）", false, false),
                        new Line("※                        ¥1,138", false, false),
                        new Line("合計                      ¥1,138", true, false));
        assertThat(wire.printer.paper().cuts()).isEqualTo(1);
    }

    @Test
    void statusIsAskedBeforeAndAfter() throws Exception {
        print(Map.of(), RECEIPT);
        String statuses = "100401" + "100402" + "100404";
        assertThat(hex(wire.printer.received()))
                .startsWith(statuses + "1d7201" + "1b40")
                .endsWith("1d564200" + "1d7201" + statuses);
    }

    @Test
    void printerThatConfirmsNothingIsAskedOnlyOnce() throws Exception {
        wire.printer.confirmNothing();
        print(Map.of(), RECEIPT);
        print(Map.of(), RECEIPT);
        assertThat(hex(wire.printer.received()).split("1d7201", -1)).hasSize(2);
        assertThat(wire.printer.paper().cuts()).isEqualTo(2);
    }

    @Test
    void nothingIsPrintedOnAPrinterThatCannot() {
        assertBeforehand(PaperPrinter::openCover, Kind.COVER_OPEN);
        assertBeforehand(PaperPrinter::runOutOfPaper, Kind.PAPER_OUT);
        assertBeforehand(PaperPrinter::jam, Kind.OFFLINE);
    }

    @Test
    void silentPrinterIsOffline() {
        wire.fallSilent();
        DeviceFault fault = fault(Map.of(), RECEIPT);
        assertThat(fault.kind()).isEqualTo(Kind.OFFLINE);
        assertThat(fault.begun()).isFalse();
        assertThat(wire.printer.paper().lines()).isEmpty();
    }

    @Test
    void paperOutInMidReceiptIsToldAsBegun() {
        wire.afterReceipt(PaperPrinter::runOutOfPaper);
        DeviceFault fault = fault(Map.of(), RECEIPT);
        assertThat(fault.kind()).isEqualTo(Kind.PAPER_OUT);
        assertThat(fault.begun()).isTrue();
    }

    @Test
    void printerThatFallsSilentAfterwardsIsNotTrusted() {
        wire.afterReceipt(printer -> wire.fallSilent());
        DeviceFault fault = fault(Map.of("status", "realtime"), RECEIPT);
        assertThat(fault.kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(fault.begun()).isTrue();
    }

    @Test
    void automaticStatusIsNotTakenForAnAnswer() throws Exception {
        wire.afterReceipt(printer -> wire.arrive(0x18, 0x00, 0x0F, 0x00, 0x11, 0x13));
        print(Map.of(), RECEIPT);
        assertThat(wire.printer.paper().cuts()).isEqualTo(1);
    }

    @Test
    void nameInTheCatalogueGivesNoCommands() throws Exception {
        print(Map.of(), document(new Text("\u001bp\u0000\u0019\u00fa\u0010\u0014", Align.LEFT, Style.NORMAL)));
        assertThat(wire.printer.paper().kicks()).isZero();
        assertThat(wire.printer.paper().text()).isEqualTo("〓p〓〓u〓〓\n");
    }

    @Test
    void unknownSettingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> print(Map.of("colour", "red"), RECEIPT))
                .withMessageContaining("columns, status, characters");
    }

    private void assertBeforehand(Consumer<PaperPrinter> trouble, Kind kind) {
        trouble.accept(wire.printer);
        DeviceFault fault = fault(Map.of(), RECEIPT);
        assertThat(fault.kind()).isEqualTo(kind);
        assertThat(fault.begun()).isFalse();
        assertThat(wire.printer.paper().lines()).isEmpty();
        wire.printer.mend();
    }

    private DeviceFault fault(Map<String, String> options, ReceiptDocument document) {
        return catchThrowableOfType(DeviceFault.class, () -> print(options, document));
    }

    private void print(Map<String, String> options, ReceiptDocument document) throws DeviceFault {
        driver.attach(wire, new DeviceSettings(options)).print(document);
    }

    private static ReceiptDocument document(Block... blocks) {
        return new ReceiptDocument("1-000001", List.of(blocks));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
