package org.sekisho.devices.virtual;

import org.sekisho.api.device.CashDrawer;

/** A drawer that is only remembered. Safe for many threads. */
public final class VirtualDrawer implements CashDrawer {

    private volatile State state = State.CLOSED;

    @Override
    public void open() {
        state = State.OPEN;
    }

    /** What a hand does to a real one. */
    public void close() {
        state = State.CLOSED;
    }

    @Override
    public State state() {
        return state;
    }
}
