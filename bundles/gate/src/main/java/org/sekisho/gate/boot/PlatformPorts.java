package org.sekisho.gate.boot;

import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.sekisho.gate.serial.SerialPort;
import org.sekisho.gate.serial.SerialPorts;
import org.sekisho.gate.serial.SerialSettings;

/** Serial ports of jSerialComm, a platform module that exports its package to the gate alone. */
public final class PlatformPorts implements SerialPorts {

    /** After it was opened: some ports lose the first bytes sooner. */
    private static final int SETTLE_MILLIS = 20;

    /** The port waits so long at a time: set once, because changing it while open fails on pseudo-terminals with parity. */
    private static final int SLICE_MILLIS = 50;

    @Override
    public SerialPort open(String device, SerialSettings settings) throws IOException {
        try {
            var port = com.fazecast.jSerialComm.SerialPort.getCommPort(device);
            port.setComPortParameters(
                    settings.baud(),
                    settings.data(),
                    settings.stop() == 2
                            ? com.fazecast.jSerialComm.SerialPort.TWO_STOP_BITS
                            : com.fazecast.jSerialComm.SerialPort.ONE_STOP_BIT,
                    parity(settings.parity()));
            port.setFlowControl(flow(settings.flow()));
            port.setComPortTimeouts(com.fazecast.jSerialComm.SerialPort.TIMEOUT_READ_SEMI_BLOCKING, SLICE_MILLIS, 0);
            if (port.openPort(SETTLE_MILLIS)) {
                return new OpenPort(port);
            }
            throw new IOException("system error " + port.getLastErrorCode());
        } catch (SerialPortInvalidPortException e) {
            throw (NoSuchFileException) new NoSuchFileException(device).initCause(e);
        }
    }

    private static int parity(SerialSettings.Parity parity) {
        return switch (parity) {
            case EVEN -> com.fazecast.jSerialComm.SerialPort.EVEN_PARITY;
            case ODD -> com.fazecast.jSerialComm.SerialPort.ODD_PARITY;
            case NONE -> com.fazecast.jSerialComm.SerialPort.NO_PARITY;
        };
    }

    private static int flow(SerialSettings.Flow flow) {
        return switch (flow) {
            case RTSCTS ->
                com.fazecast.jSerialComm.SerialPort.FLOW_CONTROL_RTS_ENABLED
                        | com.fazecast.jSerialComm.SerialPort.FLOW_CONTROL_CTS_ENABLED;
            case DSRDTR ->
                com.fazecast.jSerialComm.SerialPort.FLOW_CONTROL_DSR_ENABLED
                        | com.fazecast.jSerialComm.SerialPort.FLOW_CONTROL_DTR_ENABLED;
            case XONXOFF ->
                com.fazecast.jSerialComm.SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED
                        | com.fazecast.jSerialComm.SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
            case NONE -> com.fazecast.jSerialComm.SerialPort.FLOW_CONTROL_DISABLED;
        };
    }

    private record OpenPort(com.fazecast.jSerialComm.SerialPort port) implements SerialPort {

        @Override
        public int available() {
            return port.bytesAvailable();
        }

        @Override
        public int read(byte[] into, int most) {
            return port.readBytes(into, most);
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            if (port.writeBytes(bytes, bytes.length) != bytes.length) {
                throw new IOException("system error " + port.getLastErrorCode());
            }
        }

        @Override
        public void close() {
            port.closePort();
        }
    }
}
