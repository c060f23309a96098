package org.sekisho.gate.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.gate.program.Program;

/** Both ends of the socket in one process. */
@Timeout(30)
class ControlSocketTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private ControlServer server;
    private FutureTask<Boolean> serving;

    private SocketPlace serve(Path run, Program program) throws IOException {
        Files.createDirectories(run);
        SocketPlace place = new SocketPlace(run);
        server = new ControlServer(place, program, () -> Map.of("verify", 7L));
        serving = new FutureTask<>(() -> {
            server.serve();
            return true;
        });
        new Thread(serving, "test server").start();
        return place;
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
            assertThat(serving.get(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private int call(SocketPlace place, InputStream in, String... arguments) throws IOException {
        Call call = new Call(List.of(arguments), Path.of("/somewhere"), Map.of("LANG", "ja_JP.UTF-8"));
        SocketChannel socket = place.connect().orElseThrow();
        return new ControlClient(in, new PrintStream(out, true), new PrintStream(err, true), (prompt, hidden) -> {
                    assertThat(prompt).isEqualTo("パスワード: ");
                    assertThat(hidden).isTrue();
                    return Optional.of("秘密".toCharArray());
                })
                .call(socket, call);
    }

    private int call(SocketPlace place, String... arguments) throws IOException {
        return call(place, InputStream.nullInputStream(), arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void argumentsFolderAndLanguageTravelThereAndOutputAndCodeBack() throws Exception {
        SocketPlace place = serve(folder, invocation -> {
            invocation.out().print(invocation.arguments() + " " + invocation.workingFolder() + " 関所 ");
            invocation.out().print(invocation.environment() + " " + invocation.phases());
            invocation.err().print("warned");
            return 3;
        });
        assertThat(call(place, "ring", "--as", "hana\n\"'")).isEqualTo(3);
        assertThat(printed()).isEqualTo("[ring, --as, hana\n\"'] /somewhere 関所 {LANG=ja_JP.UTF-8} {verify=7}");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("warned");
    }

    @Test
    void inputIsLentUntilItsEnd() throws Exception {
        SocketPlace place = serve(folder, invocation -> {
            try {
                invocation.out().print(invocation.in().readAllBytes().length);
                return invocation.in().read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(call(place, new ByteArrayInputStream(new byte[100_000]))).isEqualTo(-1);
        assertThat(printed()).isEqualTo("100000");
    }

    @Test
    void linesAreAnsweredBeforeTheNextIsRead() throws Exception {
        SocketPlace place = serve(folder, invocation -> {
            BufferedReader lines = new BufferedReader(new InputStreamReader(invocation.in(), StandardCharsets.UTF_8));
            lines.lines().forEach(line -> invocation.out().println("got " + line));
            return 0;
        });
        call(place, new ByteArrayInputStream("4901234567894\nCASH 1000\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(printed()).isEqualTo("got 4901234567894\ngot CASH 1000\n".replace("\n", System.lineSeparator()));
    }

    @Test
    void largeOutputArrivesWhole() throws Exception {
        SocketPlace place = serve(folder, invocation -> {
            invocation.out().write(new byte[3_000_000], 0, 3_000_000);
            return 0;
        });
        call(place);
        assertThat(out.size()).isEqualTo(3_000_000);
    }

    @Test
    void aPromptIsAskedWhereThePersonSits() throws Exception {
        SocketPlace place = serve(folder, invocation -> {
            invocation.out().print(new String(invocation.ask("パスワード: ", true).orElseThrow()));
            return 0;
        });
        call(place);
        assertThat(printed()).isEqualTo("秘密");
    }

    @Test
    void aBrokenProgramStillAnswers() throws Exception {
        SocketPlace place = serve(folder, invocation -> {
            throw new IllegalStateException("oh");
        });
        assertThat(call(place)).isEqualTo(1);
    }

    @Test
    void whenThePersonGoesAwayTheInputEnds() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        SocketPlace place = serve(folder, invocation -> {
            reading.countDown();
            try {
                if (invocation.in().read() == -1 && invocation.ask("?", false).isEmpty()) {
                    ended.countDown();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return 0;
        });
        SocketChannel socket = place.connect().orElseThrow();
        new FrameChannel(socket).write(FrameType.CALL, new Call(List.of(), folder, Map.of()).json());
        assertThat(reading.await(20, TimeUnit.SECONDS)).isTrue();
        socket.close();
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoeverLeavesBeforeTheInputIsAskedForGaveNone() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        SocketPlace place = serve(folder, invocation -> {
            running.countDown();
            try {
                if (left.await(20, TimeUnit.SECONDS) && invocation.in().read() == -1) {
                    ended.countDown();
                }
            } catch (IOException | InterruptedException e) {
                return 1;
            }
            return 0;
        });
        SocketChannel socket = place.connect().orElseThrow();
        new FrameChannel(socket).write(FrameType.CALL, new Call(List.of(), folder, Map.of()).json());
        assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
        socket.close();
        left.countDown();
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void garbageDoesNotDisturbTheNextCall() throws Exception {
        SocketPlace place = serve(folder, invocation -> 0);
        try (SocketChannel socket = place.connect().orElseThrow()) {
            socket.write(ByteBuffer.wrap(new byte[100]));
        }
        assertThat(call(place)).isZero();
    }

    @Test
    void runningInvocationsEndBeforeTheServerDoes() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        SocketPlace place = serve(folder, invocation -> {
            running.countDown();
            try {
                return release.await(20, TimeUnit.SECONDS) ? 5 : 6;
            } catch (InterruptedException e) {
                return 7;
            }
        });
        FutureTask<Integer> caller = new FutureTask<>(() -> call(place));
        new Thread(caller, "test caller").start();
        assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
        server.close();
        assertThat(serving.isDone()).isFalse();
        release.countDown();
        assertThat(caller.get()).isEqualTo(5);
        assertThat(serving.get()).isTrue();
        assertThat(place.connect()).isEmpty();
    }

    /** Longer than a person waits for the end; the connection stays open all the while. */
    @Test
    void whoeverSaysNothingDoesNotHoldUpTheEnd() throws Exception {
        SocketPlace place = serve(folder, invocation -> 0);
        try (SocketChannel silent = place.connect().orElseThrow()) {
            assertThat(call(place)).isZero();
            server.close();
            assertThat(serving.get(5, TimeUnit.SECONDS)).isTrue();
            assertThat(silent.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void askedToEndBeforeItAcceptsItEndsToo() throws Exception {
        ControlServer early = new ControlServer(new SocketPlace(folder), invocation -> 0, Map::of);
        early.close();
        early.serve();
        assertThat(folder.resolve("control.sock")).doesNotExist();
    }

    @Test
    void aStaleSocketFileIsNobodyAndIsReplaced() throws Exception {
        try (var killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(folder.resolve("control.sock")));
        }
        assertThat(folder.resolve("control.sock")).exists();
        assertThat(new SocketPlace(folder).connect()).isEmpty();
        assertThat(call(serve(folder, invocation -> 4))).isEqualTo(4);
    }

    @Test
    void aHomeWithAVeryLongPathIsServedElsewhereAndFoundAgain() throws Exception {
        Path run = folder.resolve("x".repeat(120)).resolve("run");
        SocketPlace place = serve(run, invocation -> 2);
        assertThat(call(new SocketPlace(run))).isEqualTo(2);
        Path elsewhere = Path.of(Files.readString(run.resolve("control.path")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere.getParent())))
                .isEqualTo("rwx------");
        server.close();
        assertThat(serving.get()).isTrue();
        assertThat(place.connect()).isEmpty();
        assertThat(elsewhere.getParent()).doesNotExist();
    }

    /** A pointer that was left over may by now name what another user made. */
    @Test
    void aFolderThatOthersMayEnterIsNotBelieved() throws Exception {
        Path run = folder.resolve("x".repeat(120)).resolve("run");
        SocketPlace place = serve(run, invocation -> 2);
        Path pointer = run.resolve("control.path");
        Path named = Path.of(Files.readString(pointer));
        Files.setPosixFilePermissions(named.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(place.connect()).isEmpty();
        Files.setPosixFilePermissions(named.getParent(), PosixFilePermissions.fromString("rwx------"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), named.getParent());
        Files.writeString(pointer, link.resolve("control.sock").toString());
        assertThat(place.connect()).isEmpty();
        Files.writeString(pointer, named.toString());
        assertThat(call(place)).isEqualTo(2);
    }

    @Test
    void whoeverCameThroughTheSocketMayNotServe() throws Exception {
        SocketPlace place = serve(folder, invocation -> {
            assertThatThrownBy(() -> invocation.serve(() -> {})).isInstanceOf(IllegalStateException.class);
            return 9;
        });
        assertThat(call(place)).isEqualTo(9);
    }
}
