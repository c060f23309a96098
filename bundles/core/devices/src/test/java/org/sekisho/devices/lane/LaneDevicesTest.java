package org.sekisho.devices.lane;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.api.device.ReceiptPrinterDriver;
import org.sekisho.devices.wire.MemoryWire;

class LaneDevicesTest {

    private static final ReceiptDocument RECEIPT = new ReceiptDocument("1-000001", List.of());
    private static final String BOTH = """
            {"printer":{"driver":"toy","wire":"serial:/dev/toy"},"drawer":{"driver":"toy","wire":"printer"}}""";

    @TempDir
    Path home;

    private final List<MemoryWire> opened = new ArrayList<>();
    private LaneDevices devices;

    @BeforeEach
    void plugIn() {
        devices = new LaneDevices(home, name -> {
            opened.add(new MemoryWire());
            return opened.get(opened.size() - 1);
        });
        devices.addPrinterDriver(Toy::printer, Map.of("driver", "toy"));
        devices.addDrawerDriver(Toy::drawer, Map.of("driver", "toy"));
    }

    @Test
    void withoutDevicesJsonDevicesAreVirtual() throws Exception {
        devices.withPrinter(printer -> printer.print(RECEIPT));
        devices.withDrawer(CashDrawer::open);
        devices.withDrawer(drawer -> assertThat(drawer.state()).isEqualTo(CashDrawer.State.OPEN));
        assertThat(home.resolve("receipts/1-000001.png")).isRegularFile();
        assertThat(devices.hasDrawer()).isTrue();
    }

    @Test
    void shopSaysHowLongItsDrawerMayBeOpen() throws Exception {
        assertThat(devices.drawerAlarm()).hasSeconds(30);
        set("""
                {"drawer":{"driver":"virtual","alarmAfterSeconds":5,"options":{"staysOpenSeconds":"60"}}}""");
        assertThat(devices.drawerAlarm()).hasSeconds(5);
        devices.withDrawer(CashDrawer::open);
        for (String wrong : List.of("0", "3601", "true", "\"soon\"", "[]")) {
            set("{\"drawer\":{\"driver\":\"virtual\",\"alarmAfterSeconds\":" + wrong + "}}");
            assertThat(catchThrowableOfType(DeviceFault.class, () -> devices.withDrawer(CashDrawer::open)))
                    .hasMessageContaining("alarmAfterSeconds");
            assertThat(devices.drawerAlarm()).hasSeconds(30);
        }
        set("""
                {"printer":{"driver":"virtual","alarmAfterSeconds":5}}""");
        assertThat(catchThrowableOfType(DeviceFault.class, () -> devices.withPrinter(printer -> {})))
                .hasMessageContaining("there is no alarmAfterSeconds");
    }

    @Test
    void drawerBehindThePrinterSharesItsWire() throws Exception {
        set(BOTH);
        devices.withPrinter(printer -> printer.print(RECEIPT));
        devices.withDrawer(CashDrawer::open);
        assertThat(opened)
                .singleElement()
                .satisfies(wire -> assertThat(wire.written()).isEqualTo("print kick ".getBytes(US_ASCII)));
    }

    @Test
    void afterAFaultTheWireIsOpenedAnew() throws Exception {
        set(BOTH);
        devices.withDrawer(CashDrawer::open);
        opened.get(0).failWith(Kind.OFFLINE);
        assertThat(fault(() -> devices.withDrawer(CashDrawer::open)).begun()).isTrue();
        assertThat(opened.get(0).isClosed()).isTrue();
        devices.withDrawer(CashDrawer::open);
        assertThat(opened).hasSize(2);
    }

    @Test
    void networkWireIsClosedAfterEachWork() throws Exception {
        set(BOTH.replace("serial:/dev/toy", "tcp://127.0.0.1:9100"));
        devices.withPrinter(printer -> printer.print(RECEIPT));
        assertThat(opened.get(0).isClosed()).isTrue();
        devices.withPrinter(printer -> printer.print(RECEIPT));
        assertThat(opened).hasSize(2);
    }

    @Test
    void workOnOneWireTakesTurns() throws Exception {
        set(BOTH);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(new Thread(() -> {
                try {
                    start.await();
                    for (int n = 0; n < 50; n++) {
                        devices.withDrawer(drawer -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            drawer.open();
                            inside.decrementAndGet();
                        });
                    }
                } catch (InterruptedException | DeviceFault e) {
                    most.set(99);
                }
            }));
        }
        threads.forEach(Thread::start);
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(most).hasValue(1);
        assertThat(new String(opened.get(0).written(), US_ASCII)).isEqualTo("kick ".repeat(400));
    }

    @Test
    void unknownDriverIsToldBeforeAnythingBegins() throws Exception {
        set("""
                {"printer":{"driver":"laser","wire":"tcp://127.0.0.1:1"}}""");
        assertNotSetUp(() -> devices.withPrinter(printer -> {}), "there is no driver laser", "toy and virtual");
    }

    @Test
    void driverThatLeftIsUsedNoMore() throws Exception {
        ReceiptPrinterDriver leaving = Toy::plain;
        set("""
                {"printer":{"driver":"other","wire":"serial:/dev/toy","options":{"colour":"red"}}}""");
        devices.addPrinterDriver(leaving, Map.of("driver", "other"));
        assertNotSetUp(() -> devices.withPrinter(printer -> {}), "driver other: there is no setting colour");
        devices.removePrinterDriver(leaving, Map.of("driver", "other"));
        assertNotSetUp(() -> devices.withPrinter(printer -> {}), "there is no driver other");
    }

    @Test
    void shopWithoutDrawerSaysSo() throws Exception {
        set("""
                {"printer":{"driver":"virtual"}}""");
        assertThat(devices.hasDrawer()).isFalse();
        assertNotSetUp(() -> devices.withDrawer(CashDrawer::open), "no cash drawer is set up");
    }

    @Test
    void wrongSettingsAreNamed() throws Exception {
        set("{]");
        assertNotSetUp(() -> devices.withPrinter(printer -> {}), "devices.json is not right", "JSON");
        set("""
                {"scanner":{}}""");
        assertNotSetUp(() -> devices.withPrinter(printer -> {}), "there is no scanner");
        set("""
                {"printer":{"driver":"toy"}}""");
        assertNotSetUp(() -> devices.withPrinter(printer -> {}), "the driver toy needs a wire");
        set("""
                {"printer":{"driver":"virtual","options":{"columns":40}}}""");
        assertNotSetUp(() -> devices.withPrinter(printer -> {}), "columns is one of 48, 42, 32, not 40");
        set("""
                {"drawer":{"driver":"toy","wire":"printer"}}""");
        assertNotSetUp(() -> devices.withDrawer(CashDrawer::open), "the printer has no wire");
    }

    private void set(String json) throws Exception {
        Files.writeString(home.resolve("devices.json"), json);
    }

    private static DeviceFault fault(ThrowingCallable work) {
        return catchThrowableOfType(DeviceFault.class, work);
    }

    private static void assertNotSetUp(ThrowingCallable work, String... messages) {
        DeviceFault fault = fault(work);
        assertThat(fault.kind()).isEqualTo(Kind.NOT_SET_UP);
        assertThat(fault.begun()).isFalse();
        assertThat(fault.getMessage()).contains(messages);
    }
}
