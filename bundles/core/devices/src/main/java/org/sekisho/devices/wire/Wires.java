package org.sekisho.devices.wire;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.Wire;
import org.sekisho.gate.serial.SerialPorts;

/**
 * Opens real ports: {@code tcp://host:port}, {@code serial:/dev/ttyUSB0?baud=9600&parity=even}, {@code file:/dev/usb/lp0}.
 */
public final class Wires implements WireOpener {

    private final SerialPorts ports;

    public Wires(SerialPorts ports) {
        this.ports = ports;
    }

    @Override
    public Wire open(String name) throws DeviceFault {
        URI uri;
        try {
            uri = URI.create(name);
        } catch (IllegalArgumentException e) {
            throw wrong(name, "not an address", e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        try {
            return switch (scheme) {
                case "tcp" -> TcpWire.open(name, host(name, uri), uri.getPort());
                case "serial" -> SerialWire.open(ports, name, uri.getPath(), parameters(uri));
                case "file" -> CharacterDeviceWire.open(name, uri.getPath());
                default -> throw wrong(name, "there are tcp://host:port, serial:/dev/…, file:/dev/…", null);
            };
        } catch (IllegalArgumentException e) {
            throw wrong(name, e.getMessage(), e);
        }
    }

    private static String host(String name, URI uri) throws DeviceFault {
        if (uri.getHost() == null || uri.getPort() < 0) {
            throw wrong(name, "it wants tcp://host:port", null);
        }
        return uri.getHost();
    }

    private static Map<String, String> parameters(URI uri) {
        Map<String, String> parameters = new HashMap<>();
        if (uri.getQuery() != null) {
            for (String parameter : uri.getQuery().split("&", -1)) {
                String[] nameAndValue = parameter.split("=", 2);
                parameters.put(nameAndValue[0], nameAndValue.length < 2 ? "" : nameAndValue[1]);
            }
        }
        return parameters;
    }

    static DeviceFault wrong(String name, @Nullable String why, @Nullable Throwable cause) {
        return new DeviceFault(Kind.NOT_SET_UP, "the wire " + name + " is not right: " + why, cause);
    }
}
