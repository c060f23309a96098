package org.sekisho.devices.lane;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.Wire;
import org.sekisho.devices.Devices.Work;
import org.sekisho.devices.wire.WireOpener;

/**
 * A wire and whose turn it is; opened when needed, opened anew after a fault. A network wire is closed after each piece of work:
 * printers drop idle connections without a word, and serve one register at a time.
 */
final class SharedWire implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final String name;
    private final WireOpener opener;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable Wire wire;

    SharedWire(String name, WireOpener opener) {
        this.name = name;
        this.opener = opener;
    }

    void use(Work<Wire> work) throws DeviceFault {
        awaitTurn();
        boolean done = false;
        try {
            work.with(opened());
            done = true;
        } finally {
            if (!done || name.startsWith("tcp:")) {
                drop();
            }
            turn.unlock();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            drop();
        } finally {
            turn.unlock();
        }
    }

    private Wire opened() throws DeviceFault {
        Wire open = wire;
        if (open == null) {
            try {
                open = opener.open(name);
            } catch (DeviceFault e) {
                throw e.beforehand();
            }
            wire = open;
        }
        return open;
    }

    private void drop() {
        if (wire != null) {
            wire.close();
            wire = null;
        }
    }

    private void awaitTurn() throws DeviceFault {
        try {
            if (turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DeviceFault(Kind.TIMEOUT, name + " is busy").beforehand();
    }
}
