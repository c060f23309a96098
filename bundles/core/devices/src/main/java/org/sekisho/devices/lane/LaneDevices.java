package org.sekisho.devices.lane;

import static org.sekisho.api.device.ReceiptPrinterDriver.DRIVER;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.CashDrawerDriver;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.DeviceSettings;
import org.sekisho.api.device.ReceiptPrinter;
import org.sekisho.api.device.ReceiptPrinterDriver;
import org.sekisho.api.terminal.PaymentAnswer;
import org.sekisho.api.terminal.PaymentOrder;
import org.sekisho.api.terminal.PaymentTerminal;
import org.sekisho.api.terminal.PaymentTerminalDriver;
import org.sekisho.devices.Devices;
import org.sekisho.devices.virtual.VirtualDrawer;
import org.sekisho.devices.virtual.VirtualPrinter;
import org.sekisho.devices.virtual.VirtualTerminal;
import org.sekisho.devices.wire.WireOpener;
import org.sekisho.devices.wire.Wires;
import org.sekisho.gate.serial.SerialPorts;
import org.sekisho.store.Home;

/** Chooses drivers by name among those that are there now, and hands them their wires. */
@Component
public final class LaneDevices implements Devices {

    private final Path receipts;
    private final DevicesFile file;
    private final WireOpener opener;
    private final Map<String, SharedWire> wires = new ConcurrentHashMap<>();
    private final Map<String, ReceiptPrinterDriver> printers = new ConcurrentHashMap<>();
    private final Map<String, CashDrawerDriver> drawers = new ConcurrentHashMap<>();
    private final Object virtualPrinterTurn = new Object();
    private final VirtualDrawer virtualDrawer = new VirtualDrawer();
    private final Map<String, PaymentTerminalDriver> terminals = new ConcurrentHashMap<>();
    private final Object virtualTerminalTurn = new Object();
    private final Path orders;

    @Activate
    public LaneDevices(@Reference Home home, @Reference SerialPorts ports) {
        this(home.folder(), new Wires(ports));
    }

    LaneDevices(Path home, WireOpener opener) {
        this.receipts = home.resolve("receipts");
        this.orders = home.resolve("terminal");
        this.file = new DevicesFile(home);
        this.opener = opener;
    }

    @Override
    public void withPrinter(Work<ReceiptPrinter> work) throws DeviceFault {
        DeviceEntry entry = file.printer().orElseThrow(() -> absent("no receipt printer is set up"));
        if (entry.isVirtual()) {
            synchronized (virtualPrinterTurn) {
                work.with(attach(entry, settings -> new VirtualPrinter(receipts, settings)));
            }
            return;
        }
        ReceiptPrinterDriver driver = driver(printers, entry);
        wire(entry).use(wire -> work.with(attach(entry, settings -> driver.attach(wire, settings))));
    }

    @Override
    public void withDrawer(Work<CashDrawer> work) throws DeviceFault {
        DeviceEntry entry = file.drawer().orElseThrow(() -> absent("no cash drawer is set up"));
        if (entry.isVirtual()) {
            work.with(attach(entry, virtualDrawer::with));
            return;
        }
        CashDrawerDriver driver = driver(drawers, entry);
        wire(entry).use(wire -> work.with(attach(entry, settings -> driver.attach(wire, settings))));
    }

    @Override
    public PaymentTerminal terminal() {
        return new PaymentTerminal() {
            @Override
            public PaymentAnswer carryOut(PaymentOrder order) throws DeviceFault {
                return withTerminal(terminal -> terminal.carryOut(order));
            }

            @Override
            public Optional<PaymentAnswer> ask(PaymentOrder order) throws DeviceFault {
                return withTerminal(terminal -> terminal.ask(order));
            }
        };
    }

    /** What a terminal is asked. */
    @FunctionalInterface
    private interface Asking<T> {
        T of(PaymentTerminal terminal) throws DeviceFault;
    }

    private <T> T withTerminal(Asking<T> asking) throws DeviceFault {
        DeviceEntry entry = file.terminal().orElseThrow(() -> absent("no card terminal is set up"));
        if (entry.isVirtual()) {
            synchronized (virtualTerminalTurn) {
                return asking.of(attach(entry, settings -> new VirtualTerminal(orders, settings)));
            }
        }
        PaymentTerminalDriver driver = driver(terminals, entry);
        List<T> answer = new ArrayList<>();
        wire(entry).use(wire -> answer.add(asking.of(attach(entry, settings -> driver.attach(wire, settings)))));
        return answer.get(0);
    }

    @Override
    public Duration drawerAlarm() {
        try {
            return file.drawerAlarm();
        } catch (DeviceFault e) {
            return DEFAULT_DRAWER_ALARM; // using the drawer says what is wrong
        }
    }

    @Override
    public boolean hasDrawer() {
        try {
            return file.drawer().isPresent();
        } catch (DeviceFault e) {
            return true; // Something is set up, though not rightly: using it will say what is wrong.
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addPrinterDriver(ReceiptPrinterDriver driver, Map<String, Object> properties) {
        printers.put(nameIn(properties), driver);
    }

    public void removePrinterDriver(ReceiptPrinterDriver driver, Map<String, Object> properties) {
        printers.remove(nameIn(properties), driver);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addDrawerDriver(CashDrawerDriver driver, Map<String, Object> properties) {
        drawers.put(nameIn(properties), driver);
    }

    public void removeDrawerDriver(CashDrawerDriver driver, Map<String, Object> properties) {
        drawers.remove(nameIn(properties), driver);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addTerminalDriver(PaymentTerminalDriver driver, Map<String, Object> properties) {
        terminals.put(nameIn(properties), driver);
    }

    public void removeTerminalDriver(PaymentTerminalDriver driver, Map<String, Object> properties) {
        terminals.remove(nameIn(properties), driver);
    }

    @Deactivate
    public void close() {
        wires.values().forEach(SharedWire::close);
    }

    private SharedWire wire(DeviceEntry entry) {
        return wires.computeIfAbsent(entry.wire(), name -> new SharedWire(name, opener));
    }

    /** What every kind of driver does. */
    @FunctionalInterface
    private interface Attaching<D> {
        D with(DeviceSettings settings) throws DeviceFault;
    }

    private static <D> D attach(DeviceEntry entry, Attaching<D> driver) throws DeviceFault {
        try {
            return driver.with(entry.settings());
        } catch (IllegalArgumentException e) {
            throw new DeviceFault(Kind.NOT_SET_UP, "devices.json: driver " + entry.driver() + ": " + e.getMessage(), e)
                    .beforehand();
        } catch (DeviceFault e) {
            throw e.beforehand();
        }
    }

    private static <D> D driver(Map<String, D> drivers, DeviceEntry entry) throws DeviceFault {
        return Optional.ofNullable(drivers.get(entry.driver()))
                .orElseThrow(
                        () -> absent("devices.json: there is no driver " + entry.driver() + " of this kind; there are "
                                + String.join(", ", new TreeMap<>(drivers).keySet()) + " and virtual"));
    }

    private static DeviceFault absent(String why) {
        return new DeviceFault(Kind.NOT_SET_UP, why).beforehand();
    }

    private static String nameIn(Map<String, Object> properties) {
        return String.valueOf(properties.get(DRIVER));
    }
}
