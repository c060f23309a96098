package org.sekisho.devices;

import java.time.Duration;
import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.ReceiptPrinter;
import org.sekisho.api.terminal.PaymentTerminal;

/**
 * The devices of this register, by {@code devices.json} in the home; without one, virtual ones. Safe for many threads: work on
 * one wire takes turns.
 */
public interface Devices {

    /**
     * Lends the receipt printer for one piece of work, opening its wire when needed.
     *
     * @throws DeviceFault when it cannot be reached or did not do it
     */
    void withPrinter(Work<ReceiptPrinter> work) throws DeviceFault;

    /**
     * Lends the cash drawer for one piece of work.
     *
     * @throws DeviceFault when it cannot be reached or did not do it
     */
    void withDrawer(Work<CashDrawer> work) throws DeviceFault;

    /**
     * The card terminal: each call looks anew which one is set up, and takes its turn on the wire. What it could not even begin it says
     * {@linkplain DeviceFault#beforehand() beforehand}.
     */
    PaymentTerminal terminal();

    /** How long the drawer may be open when nothing else is set. */
    Duration DEFAULT_DRAWER_ALARM = Duration.ofSeconds(30);

    /** How long the drawer may be open before somebody should look: {@code alarmAfterSeconds} of the drawer in devices.json. */
    default Duration drawerAlarm() {
        return DEFAULT_DRAWER_ALARM;
    }

    /** Whether the shop set up a drawer, be it a virtual one. */
    boolean hasDrawer();

    /** What is done with a device while it is lent. */
    @FunctionalInterface
    interface Work<D> {
        void with(D device) throws DeviceFault;
    }
}
