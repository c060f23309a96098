package org.sekisho.devices.wire;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Map;
import org.sekisho.api.device.DeviceSettings;

/**
 * How a serial line is set.
 *
 * @param parity {@code none}, {@code even} or {@code odd}
 * @param flow {@code none}, {@code rtscts}, {@code dsrdtr} or {@code xonxoff}
 */
record SerialParameters(int baud, int data, int stop, String parity, String flow) {

    /** @throws IllegalArgumentException when one is unknown or wrong */
    static SerialParameters of(Map<String, String> parameters) {
        DeviceSettings settings = new DeviceSettings(parameters);
        settings.allow("baud", "data", "stop", "parity", "flow");
        int baud = settings.number("baud", 9600);
        if (baud < 50 || baud > 4_000_000) {
            throw new IllegalArgumentException("there is no baud rate " + baud);
        }
        return new SerialParameters(
                baud,
                Integer.parseInt(settings.choice("data", "8", "7")),
                Integer.parseInt(settings.choice("stop", "1", "2")),
                settings.choice("parity", "none", "even", "odd"),
                settings.choice("flow", "none", "rtscts", "dsrdtr", "xonxoff"));
    }

    void applyTo(SerialPort port) {
        port.setComPortParameters(
                baud, data, stop == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT, parityCode());
        port.setFlowControl(flowCode());
    }

    private int parityCode() {
        return switch (parity) {
            case "even" -> SerialPort.EVEN_PARITY;
            case "odd" -> SerialPort.ODD_PARITY;
            default -> SerialPort.NO_PARITY;
        };
    }

    private int flowCode() {
        return switch (flow) {
            case "rtscts" -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
            case "dsrdtr" -> SerialPort.FLOW_CONTROL_DSR_ENABLED | SerialPort.FLOW_CONTROL_DTR_ENABLED;
            case "xonxoff" -> SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
            default -> SerialPort.FLOW_CONTROL_DISABLED;
        };
    }
}
