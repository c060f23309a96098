package org.sekisho.devices.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fazecast.jSerialComm.SerialPort;
import java.io.ByteArrayOutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.Wire;
import org.sekisho.gate.boot.PlatformPorts;

/** Serial ports and character devices against a real pseudo-terminal. */
@Timeout(60)
class PseudoTerminalTest {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"serial:%s?baud=19200&parity=even&stop=2", "serial:%s", "file:%s"})
    void bytesGoBothWays(String pattern) throws Exception {
        try (Socat socat = Socat.echoing(folder.resolve("port"));
                Wire wire = new Wires(new PlatformPorts()).open(String.format(pattern, socat.port()))) {
            byte[] all = new byte[256];
            for (int i = 0; i < all.length; i++) {
                all[i] = (byte) i;
            }
            wire.write(all);
            ByteArrayOutputStream back = new ByteArrayOutputStream();
            while (back.size() < all.length) {
                byte[] more = wire.read(100, LONG);
                assertThat(more).hasSizeBetween(1, 100);
                back.writeBytes(more);
            }
            assertThat(back.toByteArray()).isEqualTo(all);
            assertThat(wire.read(1, SOON)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial:%s", "file:%s"})
    void unpluggedInUseIsOffline(String pattern) throws Exception {
        try (Socat socat = Socat.echoing(folder.resolve("port"));
                Wire wire = new Wires(new PlatformPorts()).open(String.format(pattern, socat.port()))) {
            wire.write("x".getBytes(US_ASCII));
            assertThat(wire.read(1, LONG)).hasSize(1);
            socat.unplug();
            assertThat(catchThrowableOfType(DeviceFault.class, () -> {
                                for (int i = 0; i < 200; i++) {
                                    wire.read(1, SOON);
                                }
                            })
                            .kind())
                    .isEqualTo(Kind.OFFLINE);
        }
    }

    @Test
    void stalledPrinterTimesOut() throws Exception {
        try (Socat socat = Socat.deaf(folder.resolve("port"));
                RandomAccessFile port = new RandomAccessFile(socat.port().toFile(), "rw")) {
            GuardedWrite write = new GuardedWrite("the printer", port);
            DeviceFault fault = catchThrowableOfType(
                    DeviceFault.class, () -> write.run(SOON, () -> port.write(new byte[1_000_000])));
            assertThat(fault.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(fault).hasMessage("the printer takes no more bytes");
        }
    }

    @Test
    void stalledSerialPortIsFreedByClosingIt() throws Exception {
        try (Socat socat = Socat.deaf(folder.resolve("port"))) {
            SerialPort port = SerialPort.getCommPort(socat.port().toString());
            assertThat(port.openPort()).isTrue();
            GuardedWrite write = new GuardedWrite("the printer", port::closePort);
            byte[] much = new byte[1_000_000];
            assertThat(catchThrowableOfType(
                                    DeviceFault.class, () -> write.run(SOON, () -> port.writeBytes(much, much.length)))
                            .kind())
                    .isEqualTo(Kind.TIMEOUT);
            assertThat(port.isOpen()).isFalse();
        }
    }
}
