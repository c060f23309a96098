package org.sekisho.driver.escpos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A network printer on this machine: real sockets, one connection after the other. */
public final class TcpPrinter implements AutoCloseable {

    private static final int LAST_WORDS_MILLIS = 5_000;

    private final ServerSocket server;
    private final Thread thread;
    private final PaperPrinter printer = new PaperPrinter();

    public TcpPrinter() throws IOException {
        server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        thread = new Thread(this::serve, "tcp printer");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** As a wire is named in devices.json. */
    public String wire() {
        return "tcp://127.0.0.1:" + port();
    }

    public PaperPrinter printer() {
        return printer;
    }

    /** Once it returns nothing listens any more: the system lets a waiting accept finish first. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            thread.join(LAST_WORDS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket register = server.accept()) {
                byte[] bytes = new byte[512];
                for (int n = register.getInputStream().read(bytes);
                        n >= 0;
                        n = register.getInputStream().read(bytes)) {
                    register.getOutputStream().write(printer.take(bytes, n));
                }
            } catch (IOException e) {
                // The register hung up, or the test is over.
            }
        }
    }
}
