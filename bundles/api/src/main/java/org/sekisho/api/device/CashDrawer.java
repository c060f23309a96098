package org.sekisho.api.device;

/** The drawer with the money (UnifiedPOS: CashDrawer). One thread at a time. */
public interface CashDrawer {

    /** What the drawer's sensor says. */
    enum State {
        OPEN,
        CLOSED,
        /** It has no sensor, or the sensor did not answer. */
        UNKNOWN
    }

    /**
     * Kicks it open.
     *
     * @throws DeviceFault when the kick could not be sent
     */
    void open() throws DeviceFault;

    /** @throws DeviceFault when the wire is broken */
    State state() throws DeviceFault;
}
