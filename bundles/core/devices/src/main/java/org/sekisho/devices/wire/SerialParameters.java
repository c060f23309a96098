package org.sekisho.devices.wire;

import java.util.Locale;
import java.util.Map;
import org.sekisho.api.device.DeviceSettings;
import org.sekisho.gate.serial.SerialSettings;
import org.sekisho.gate.serial.SerialSettings.Flow;
import org.sekisho.gate.serial.SerialSettings.Parity;

/** The settings of a serial line, as the wire's name has them. */
final class SerialParameters {

    private SerialParameters() {}

    /** @throws IllegalArgumentException when one is unknown or wrong */
    static SerialSettings of(Map<String, String> parameters) {
        DeviceSettings settings = new DeviceSettings(parameters);
        settings.allow("baud", "data", "stop", "parity", "flow");
        int baud = settings.number("baud", 9600);
        if (baud < 50 || baud > 4_000_000) {
            throw new IllegalArgumentException("there is no baud rate " + baud);
        }
        return new SerialSettings(
                baud,
                Integer.parseInt(settings.choice("data", "8", "7")),
                Integer.parseInt(settings.choice("stop", "1", "2")),
                Parity.valueOf(settings.choice("parity", "none", "even", "odd").toUpperCase(Locale.ROOT)),
                Flow.valueOf(settings.choice("flow", "none", "rtscts", "dsrdtr", "xonxoff")
                        .toUpperCase(Locale.ROOT)));
    }
}
