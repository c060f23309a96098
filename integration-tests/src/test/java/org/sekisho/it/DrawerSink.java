package org.sekisho.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;

/** A drawer on TCP that keeps what it was sent and answers nothing. */
final class DrawerSink implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ServerSocket server;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    DrawerSink() {
        try {
            server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "drawer-sink");
        thread.setDaemon(true);
        thread.start();
    }

    /** For devices.json: a virtual printer, and this drawer with that driver. */
    String settings(String driver) {
        return """
                {"printer":{"driver":"virtual"},"drawer":{"driver":"%s","wire":"tcp://127.0.0.1:%d"}}
                """.formatted(driver, server.getLocalPort());
    }

    /** Waits until exactly this has come, in hex; fails when anything else has. */
    synchronized void await(String bytes) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (String so = hex(); !so.equals(bytes); so = hex()) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0 || !bytes.startsWith(so)) {
                throw new AssertionError("wanted " + bytes + ", came " + so);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private String hex() {
        return HexFormat.of().formatHex(received.toByteArray());
    }

    private synchronized void feed(int b) {
        received.write(b);
        notifyAll();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket register = server.accept()) {
                InputStream in = register.getInputStream();
                for (int b = in.read(); b >= 0; b = in.read()) {
                    feed(b);
                }
            } catch (IOException e) {
                // The register hung up, or the test is over.
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
