package org.sekisho.devices.wire;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.Wire;
import org.sekisho.gate.serial.SerialPort;
import org.sekisho.gate.serial.SerialPorts;
import org.sekisho.gate.serial.SerialSettings;

/** A serial port; 9600 baud, 8 data bits, no parity, one stop bit and no flow control unless set otherwise. */
final class SerialWire implements Wire {

    private static final Duration STALLED = Duration.ofSeconds(10);
    private final String name;
    private final SerialPort port;
    private final int baud;

    private SerialWire(String name, SerialPort port, int baud) {
        this.name = name;
        this.port = port;
        this.baud = baud;
    }

    static SerialWire open(SerialPorts ports, String name, String device, Map<String, String> parameters)
            throws DeviceFault {
        SerialSettings settings = SerialParameters.of(parameters);
        try {
            return new SerialWire(name, ports.open(device, settings), settings.baud());
        } catch (NoSuchFileException e) {
            throw new DeviceFault(Kind.OFFLINE, name + " is not there", e);
        } catch (IOException e) {
            throw new DeviceFault(Kind.OFFLINE, name + " does not open: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new DeviceFault(Kind.NOT_SET_UP, "this installation has no serial ports: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(byte[] bytes) throws DeviceFault {
        Duration transfer = Duration.ofSeconds(bytes.length * 12L / baud);
        new GuardedWrite(name, port).run(STALLED.plus(transfer), () -> port.write(bytes));
    }

    @Override
    public byte[] read(int max, Duration timeout) throws DeviceFault {
        long end = System.nanoTime() + timeout.toNanos();
        byte[] bytes = new byte[max];
        do {
            int waiting = port.available();
            boolean last = System.nanoTime() >= end;
            int count = waiting == 0 && last ? 0 : port.read(bytes, waiting > 0 ? Math.min(waiting, max) : 1);
            if (waiting < 0 || count < 0) {
                throw new DeviceFault(Kind.OFFLINE, name + " is gone");
            }
            if (count > 0) {
                return Arrays.copyOf(bytes, count);
            }
        } while (System.nanoTime() < end);
        return new byte[0];
    }

    @Override
    public void close() {
        port.close();
    }
}
