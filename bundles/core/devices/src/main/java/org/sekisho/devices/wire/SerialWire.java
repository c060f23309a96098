package org.sekisho.devices.wire;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.Wire;

/** A serial port; 9600 baud, 8 data bits, no parity, one stop bit and no flow control unless set otherwise. */
final class SerialWire implements Wire {

    private static final Duration STALLED = Duration.ofSeconds(10);
    /** After it was opened: some ports lose the first bytes sooner. */
    private static final int SETTLE_MILLIS = 20;

    /** The port waits so long at a time: set once, because changing it while open fails on pseudo-terminals with parity. */
    private static final int SLICE_MILLIS = 50;

    private final String name;
    private final SerialPort port;

    private SerialWire(String name, SerialPort port) {
        this.name = name;
        this.port = port;
    }

    static SerialWire open(String name, String device, Map<String, String> parameters) throws DeviceFault {
        try {
            SerialPort port = SerialPort.getCommPort(device);
            SerialParameters.of(parameters).applyTo(port);
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SLICE_MILLIS, 0);
            if (port.openPort(SETTLE_MILLIS)) {
                return new SerialWire(name, port);
            }
            throw new DeviceFault(Kind.OFFLINE, name + " does not open: system error " + port.getLastErrorCode());
        } catch (SerialPortInvalidPortException e) {
            throw new DeviceFault(Kind.OFFLINE, name + " is not there", e);
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
        Duration transfer = Duration.ofSeconds(bytes.length * 12L / port.getBaudRate());
        new GuardedWrite(name, port::closePort).run(STALLED.plus(transfer), () -> {
            if (port.writeBytes(bytes, bytes.length) != bytes.length) {
                throw new IOException("system error " + port.getLastErrorCode());
            }
        });
    }

    @Override
    public byte[] read(int max, Duration timeout) throws DeviceFault {
        long end = System.nanoTime() + timeout.toNanos();
        byte[] bytes = new byte[max];
        do {
            int waiting = port.bytesAvailable();
            boolean last = System.nanoTime() >= end;
            int count = waiting == 0 && last ? 0 : port.readBytes(bytes, waiting > 0 ? Math.min(waiting, max) : 1);
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
        port.closePort();
    }
}
