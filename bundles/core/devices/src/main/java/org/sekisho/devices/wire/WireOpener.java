package org.sekisho.devices.wire;

import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.Wire;

/** Opens wires by their names. Safe for many threads. */
@FunctionalInterface
public interface WireOpener {

    /** @throws DeviceFault NOT_SET_UP when the name is wrong, OFFLINE when nothing is there */
    Wire open(String name) throws DeviceFault;
}
