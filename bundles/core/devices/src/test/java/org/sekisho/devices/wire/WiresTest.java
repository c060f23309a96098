package org.sekisho.devices.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.Wire;
import org.sekisho.gate.boot.PlatformPorts;

class WiresTest {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "printer",
                "tcp://host",
                "tcp:9100",
                "usb:/dev/x",
                "http://a:1",
                "tcp://a b:1",
                "serial:/dev/ttyS0?speed=9600",
                "serial:/dev/ttyS0?baud=fast",
                "serial:/dev/ttyS0?parity=mark"
            })
    void wrongNameIsNotSetUp(String name) {
        assertThat(faultOf(name).kind()).isEqualTo(Kind.NOT_SET_UP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tcp://127.0.0.1:1", "tcp://nowhere.invalid:9100", "serial:/dev/nothing", "file:/dev/nothing"})
    void unpluggedWireIsOffline(String name) {
        assertThat(faultOf(name).kind()).isEqualTo(Kind.OFFLINE);
    }

    @Test
    void regularFileIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("paper"), "");
        assertThat(faultOf("file:" + file)).hasMessageContaining("it is not a device");
        assertThat(file).isEmptyFile();
    }

    @Test
    void tcpCarriesBytesBothWays() throws Exception {
        try (ServerSocket printer = new ServerSocket(0);
                Wire wire = new Wires(new PlatformPorts()).open("tcp://127.0.0.1:" + printer.getLocalPort());
                Socket other = printer.accept()) {
            wire.write("hello".getBytes(US_ASCII));
            assertThat(other.getInputStream().readNBytes(5)).isEqualTo("hello".getBytes(US_ASCII));
            assertThat(wire.read(8, SOON)).isEmpty();
            other.getOutputStream().write("status".getBytes(US_ASCII));
            assertThat(wire.read(4, LONG)).isEqualTo("stat".getBytes(US_ASCII));
            assertThat(wire.read(4, LONG)).isEqualTo("us".getBytes(US_ASCII));
            other.shutdownOutput();
            assertThat(catchThrowableOfType(DeviceFault.class, () -> wire.read(1, LONG))
                            .kind())
                    .isEqualTo(Kind.OFFLINE);
        }
    }

    @Test
    void closingTcpLosesNothingThatWasSent() throws Exception {
        byte[] much = new byte[300_000];
        try (ServerSocket printer = new ServerSocket(0)) {
            CompletableFuture<Integer> received = CompletableFuture.supplyAsync(() -> {
                try (Socket other = printer.accept()) {
                    other.getOutputStream().write(new byte[500]); // Status nobody asked for, and nobody reads.
                    return other.getInputStream().readAllBytes().length;
                } catch (IOException e) {
                    return -1;
                }
            });
            try (Wire wire = new Wires(new PlatformPorts()).open("tcp://127.0.0.1:" + printer.getLocalPort())) {
                wire.write(much);
            }
            assertThat(received.join()).isEqualTo(much.length);
        }
    }

    private static DeviceFault faultOf(String name) {
        return catchThrowableOfType(
                DeviceFault.class,
                () -> new Wires(new PlatformPorts()).open(name).close());
    }
}
