package org.sekisho.devices.lane;

import java.util.Map;
import org.sekisho.api.device.DeviceSettings;

/**
 * One device of devices.json.
 *
 * @param driver a driver's name, or {@code virtual}
 * @param wire where it is plugged in; empty for a virtual device
 */
record DeviceEntry(String driver, String wire, Map<String, String> options) {

    static final DeviceEntry VIRTUAL = new DeviceEntry("virtual", "", Map.of());

    DeviceEntry {
        options = Map.copyOf(options);
    }

    boolean isVirtual() {
        return driver.equals(VIRTUAL.driver);
    }

    DeviceSettings settings() {
        return new DeviceSettings(options);
    }
}
