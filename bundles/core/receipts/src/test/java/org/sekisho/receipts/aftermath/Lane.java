package org.sekisho.receipts.aftermath;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.device.CashDrawer;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.ReceiptDocument;
import org.sekisho.api.device.ReceiptPrinter;
import org.sekisho.api.terminal.PaymentTerminal;
import org.sekisho.devices.Devices;

/** Devices that remember what they did, or fail as told. */
final class Lane implements Devices, ReceiptPrinter, CashDrawer {

    final List<ReceiptDocument> printed = new ArrayList<>();
    int kicks;
    State drawerIs = State.UNKNOWN;
    boolean drawer = true;

    @Nullable
    DeviceFault fault;

    @Override
    public void withPrinter(Work<ReceiptPrinter> work) throws DeviceFault {
        work.with(this);
    }

    @Override
    public void withDrawer(Work<CashDrawer> work) throws DeviceFault {
        work.with(this);
    }

    @Override
    public PaymentTerminal terminal() {
        throw new AssertionError("what follows a sale takes no cards");
    }

    @Override
    public boolean hasDrawer() {
        return drawer;
    }

    @Override
    public int columns() {
        return 48;
    }

    @Override
    public void print(ReceiptDocument document) throws DeviceFault {
        failAsTold();
        printed.add(document);
    }

    @Override
    public void open() throws DeviceFault {
        failAsTold();
        kicks++;
    }

    @Override
    public State state() throws DeviceFault {
        failAsTold();
        return drawerIs;
    }

    private void failAsTold() throws DeviceFault {
        if (fault != null) {
            throw fault;
        }
    }
}
