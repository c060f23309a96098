package org.sekisho.devices.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.api.device.ReceiptDocument.Pair;
import org.sekisho.api.device.ReceiptDocument.Style;
import org.sekisho.devices.wire.Socat;
import org.sekisho.devices.wire.Wires;
import org.sekisho.driver.escpos.EscPosDrawerDriver;
import org.sekisho.driver.escpos.EscPosPrinterDriver;
import org.sekisho.driver.escpos.TcpPrinter;
import org.sekisho.gate.boot.PlatformPorts;

/** ESC/POS over real sockets, a real serial port (a pseudo-terminal) and a real character device. */
class RealWiresTest {

    private static final String LINE = "国産特選紅鮭おにぎり";

    @TempDir
    Path home;

    private LaneDevices devices;
    private TcpPrinter tcp;

    @BeforeEach
    void plugIn() throws Exception {
        tcp = new TcpPrinter();
        devices = new LaneDevices(home, new Wires(new PlatformPorts()));
        devices.addPrinterDriver(new EscPosPrinterDriver(), Map.of("driver", "escpos"));
        devices.addDrawerDriver(new EscPosDrawerDriver(), Map.of("driver", "escpos"));
    }

    @AfterEach
    void unplug() throws Exception {
        devices.close();
        tcp.close();
    }

    @Test
    void receiptAndKickOverTcp() throws Exception {
        set(tcp.wire(), "yes");
        sellTwice();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial:%s?baud=115200", "file:%s"})
    void receiptAndKickOverAPseudoTerminal(String pattern) throws Exception {
        try (Socat socat = Socat.toTcp(home.resolve("port"), tcp.port())) {
            set(String.format(pattern, socat.port()), "yes");
            sellTwice();
        }
    }

    @Test
    void sinkThatNeverAnswersTakesAll() throws Exception {
        set(tcp.wire(), "no");
        devices.withPrinter(printer -> printer.print(receipt(500)));
        devices.withDrawer(CashDrawer::open);
        devices.close();
        await().untilAsserted(() -> {
            assertThat(tcp.printer().paper().lines()).hasSize(500);
            assertThat(tcp.printer().paper().kicks()).isEqualTo(1);
        });
    }

    @Test
    void closingTheCoverAgainIsAllThatIsNeeded() throws Exception {
        set(tcp.wire(), "yes");
        tcp.printer().openCover();
        DeviceFault fault =
                catchThrowableOfType(DeviceFault.class, () -> devices.withPrinter(p -> p.print(receipt(1))));
        assertThat(fault.kind()).isEqualTo(Kind.COVER_OPEN);
        assertThat(fault.begun()).isFalse();
        tcp.printer().mend();
        devices.withPrinter(printer -> printer.print(receipt(1)));
        assertThat(tcp.printer().paper().cuts()).isEqualTo(1);
    }

    @Test
    void printerThatIsSwitchedOffIsOfflineAndTheSaleMayTryAgain() throws Exception {
        set(tcp.wire(), "yes");
        tcp.close();
        DeviceFault fault =
                catchThrowableOfType(DeviceFault.class, () -> devices.withPrinter(p -> p.print(receipt(1))));
        assertThat(fault.kind()).isEqualTo(Kind.OFFLINE);
        assertThat(fault.begun()).isFalse();
    }

    private void sellTwice() throws DeviceFault {
        for (int i = 0; i < 2; i++) {
            devices.withDrawer(CashDrawer::open);
            devices.withPrinter(printer -> printer.print(receipt(40)));
        }
        assertThat(tcp.printer().paper().text()).isEqualTo((LINE + " ".repeat(24) + "¥138\n").repeat(80));
        assertThat(tcp.printer().paper().cuts()).isEqualTo(2);
        assertThat(tcp.printer().paper().kicks()).isEqualTo(2);
    }

    private static ReceiptDocument receipt(int lines) {
        return new ReceiptDocument("1-000001", Collections.nCopies(lines, new Pair(LINE, "¥138", Style.NORMAL)));
    }

    private void set(String wire, String status) throws Exception {
        Files.writeString(home.resolve("devices.json"), """
                {"printer":{"driver":"escpos","wire":"%s","options":{"status":"%s"}},
                 "drawer":{"driver":"escpos","wire":"printer"}}""".formatted(wire, status));
    }
}
