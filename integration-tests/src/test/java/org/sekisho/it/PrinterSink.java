package org.sekisho.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** A receipt printer on TCP that takes everything and answers nothing, with a drawer behind it. */
final class PrinterSink implements AutoCloseable {

    private final ServerSocket server;
    private final Paper paper = new Paper();
    private final Thread acceptor;

    PrinterSink() {
        this(0);
    }

    /** At a port where one stood before. */
    PrinterSink(int port) {
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = new Thread(this::accept, "printer-sink");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /** For devices.json. */
    String settings() {
        return """
                {"printer":{"driver":"escpos","wire":"tcp://127.0.0.1:%d","options":{"status":"no"}},\
                "drawer":{"driver":"escpos","wire":"printer"}}
                """.formatted(port());
    }

    int port() {
        return server.getLocalPort();
    }

    Paper paper() {
        return paper;
    }

    /** Everything printed so far, in order. */
    List<Paper.Receipt> receipts() {
        return paper.receipts();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                paper.tear();
                read(socket.getInputStream());
            } catch (IOException closed) {
                // The register was killed or the test ended: what was cut so far counts.
            }
        }
    }

    private void read(InputStream in) throws IOException {
        for (int b = in.read(); b >= 0; b = in.read()) {
            paper.feed(b);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            acceptor.join(5000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
