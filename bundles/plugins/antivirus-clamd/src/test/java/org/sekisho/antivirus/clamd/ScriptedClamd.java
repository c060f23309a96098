package org.sekisho.antivirus.clamd;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Speaks clamd's protocol on a port of this machine and answers each stream as the test says. */
final class ScriptedClamd implements AutoCloseable {

    final List<byte[]> streams = new CopyOnWriteArrayList<>();

    private final ServerSocket listener;
    private final Function<byte[], String> answer;

    ScriptedClamd(Function<byte[], String> answer) throws IOException {
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answer = answer;
        Thread server = new Thread(this::serve, "scripted clamd");
        server.setDaemon(true);
        server.start();
    }

    /** Finds nothing, ever. */
    static ScriptedClamd findingNothing() throws IOException {
        return new ScriptedClamd(stream -> "stream: OK\0");
    }

    String address() {
        return "tcp://127.0.0.1:" + listener.getLocalPort();
    }

    Clamd client(Duration patience) {
        return new Clamd(new ClamdAddress(address()).socketAddress(), patience);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                serve(socket);
            } catch (IOException clientLeft) {
                // the next one may do better
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        String command = command(in);
        byte[] stream = command.equals("zINSTREAM") ? stream(in) : new byte[0];
        String reply = command.equals("zVERSION") ? "ClamAV 9.9\0" : answer.apply(stream);
        socket.getOutputStream().write(reply.getBytes(StandardCharsets.UTF_8));
        if (!reply.endsWith("\0") && !reply.endsWith("\n")) {
            in.read(); // leaves the line open until the client gives up
        }
    }

    private static String command(DataInputStream in) throws IOException {
        StringBuilder command = new StringBuilder();
        for (int b = in.readUnsignedByte(); b != 0; b = in.readUnsignedByte()) {
            command.append((char) b);
        }
        return command.toString();
    }

    private byte[] stream(DataInputStream in) throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int length = in.readInt(); length != 0; length = in.readInt()) {
            stream.write(in.readNBytes(length));
        }
        streams.add(stream.toByteArray());
        return stream.toByteArray();
    }
}
