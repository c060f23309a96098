package org.sekisho.gate.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.gate.fixture.WebServer;

class FetcherTest {

    @TempDir
    Path folder;

    private WebServer server;
    private URI base;

    @BeforeEach
    void serve() throws IOException {
        Files.createDirectories(folder.resolve("repository/sub folder"));
        Files.writeString(folder.resolve("repository/sub folder/a+b ü.json"), "hello");
        Files.writeString(folder.resolve("secret"), "secret");
        server = new WebServer(this::answer);
        base = server.address().resolve("repository");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** Until who asked goes away. */
    private static void trickle(OutputStream out, int what) throws IOException {
        while (true) {
            out.write(what);
            out.flush();
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void answer(String path, OutputStream out) throws IOException {
        Path file = folder.resolve("." + path).normalize();
        if (path.contains("/status/")) {
            WebServer.send(out, Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), "", new byte[0]);
        } else if (path.endsWith("/moved")) {
            WebServer.send(out, 302, "Location: /repository/sub%20folder/a+b%20%C3%BC.json\r\n", new byte[0]);
        } else if (path.endsWith("/elsewhere")) {
            WebServer.send(out, 302, "Location: " + folder.resolve("secret").toUri() + "\r\n", new byte[0]);
        } else if (path.endsWith("/trickle")) {
            WebServer.send(out, 200, "", new byte[0]);
            trickle(out, 'x');
        } else if (path.endsWith("/trickling-head")) {
            out.write("HTTP/1.1 200 x\r\nServer: ".getBytes(StandardCharsets.US_ASCII));
            trickle(out, 'x');
        } else if (path.endsWith("/cut")) {
            WebServer.send(out, 200, "Content-Length: 6\r\n", "hello".getBytes(StandardCharsets.US_ASCII));
        } else if (Files.isRegularFile(file)) {
            WebServer.send(out, 200, "", Files.readAllBytes(file));
        } else {
            WebServer.send(out, 404, "", new byte[0]);
        }
    }

    private List<Fetcher> both() {
        return List.of(Fetcher.of(folder.resolve("repository")), Fetcher.of(base));
    }

    @Test
    void aFileIsReadWhateverItsName() throws IOException {
        for (Fetcher fetcher : both()) {
            assertThat(fetcher.read("sub folder/a+b ü.json", 5)).asString().isEqualTo("hello");
            assertThat(fetcher.below("sub folder").read("a+b ü.json", 5))
                    .asString()
                    .isEqualTo("hello");
        }
        assertThat(server.requests).allMatch(request -> request.contains("User-Agent: Sekisho\n"));
        assertThat(server.requests)
                .allMatch(request -> request.startsWith("GET /repository/sub%20folder/a%2Bb%20%C3%BC.json HTTP"));
    }

    @Test
    void oneByteTooManyIsTold() {
        for (Fetcher fetcher : both()) {
            assertThatThrownBy(() -> fetcher.read("sub folder/a+b ü.json", 4)).isInstanceOf(TooLong.class);
        }
    }

    @Test
    void aFileThatIsNotThereIsAbsent() {
        for (Fetcher fetcher : both()) {
            assertThatThrownBy(() -> fetcher.open("2.root.json")).isInstanceOf(NoSuchFileException.class);
        }
        assertThatThrownBy(() -> Fetcher.of(base).open("status/403")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aServerThatFailsIsNotAFileThatIsAbsent() {
        for (int status : new int[] {401, 429, 500, 503, 206, 204}) {
            assertThatThrownBy(() -> Fetcher.of(base).open("status/" + status))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoSuchFileException.class)
                    .hasMessageContaining("" + status);
        }
    }

    @Test
    void noServerIsNotAFileThatIsAbsent() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Fetcher nobody = Fetcher.of(URI.create("http://127.0.0.1:" + free + "/"));
        assertThatThrownBy(() -> nobody.open("timestamp.json"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aFileThatWasCutShortIsNotWhole() {
        assertThatThrownBy(() -> Fetcher.of(base).read("cut", 10)).isInstanceOf(IOException.class);
    }

    @Test
    void aRedirectionIsFollowedButNeverToAnotherScheme() throws IOException {
        assertThat(Fetcher.of(base).read("moved", 5)).asString().isEqualTo("hello");
        assertThatThrownBy(() -> Fetcher.of(base).open("elsewhere")).isInstanceOf(IOException.class);
    }

    @Test
    void onlyWebAddressesAreTaken() {
        for (String address : List.of("file:///etc", "ftp://host/", "jar:http://host/a.jar!/", "http:///", "host")) {
            assertThatThrownBy(() -> Fetcher.of(URI.create(address))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void nothingOutsideTheFolderIsThere() throws IOException {
        Fetcher fetcher = Fetcher.of(folder.resolve("repository"));
        for (String path : List.of("../secret", "sub folder/../../secret", folder + "/secret", "sub folder", "\0")) {
            assertThatThrownBy(() -> fetcher.open(path)).isInstanceOf(NoSuchFileException.class);
        }
        try (InputStream inside = fetcher.open("sub folder/../sub folder/a+b ü.json")) {
            assertThat(inside).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trickle", "trickling-head"})
    @Timeout(30)
    void aServerThatTricklesIsGivenUp(String path) {
        Fetcher fetcher = new HttpFetcher(base, Duration.ofMillis(300), 1000);
        assertThatThrownBy(() -> fetcher.read(path, 1 << 20)).isInstanceOf(SocketTimeoutException.class);
    }
}
