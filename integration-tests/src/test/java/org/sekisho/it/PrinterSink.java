package org.sekisho.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A receipt printer on TCP that takes everything and answers nothing. A receipt counts once its cut has arrived. */
final class PrinterSink implements AutoCloseable {

    /** A whole receipt on paper. */
    record Receipt(String number, boolean saysRepeat, String text) {}

    private static final byte[] CUT = {0x1D, 0x56, 0x42, 0x00};
    private static final Pattern NUMBER = Pattern.compile("No\\. ?([0-9A-Za-z]+-[0-9]{6,})");

    private final ServerSocket server;
    private final List<Receipt> receipts = new ArrayList<>();
    private final Thread acceptor;

    PrinterSink() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
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
                """.formatted(server.getLocalPort());
    }

    /** Everything printed so far, in order. */
    synchronized List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                read(socket.getInputStream());
            } catch (IOException closed) {
                // The register was killed or the test ended: what was cut so far counts.
            }
        }
    }

    private void read(InputStream in) throws IOException {
        ByteArrayOutputStream paper = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            paper.write(b);
            if (endsWithCut(paper)) {
                take(paper.toByteArray());
                paper.reset();
            }
        }
    }

    private static boolean endsWithCut(ByteArrayOutputStream paper) {
        if (paper.size() < CUT.length) {
            return false;
        }
        byte[] bytes = paper.toByteArray();
        for (int i = 0; i < CUT.length; i++) {
            if (bytes[bytes.length - CUT.length + i] != CUT[i]) {
                return false;
            }
        }
        return true;
    }

    private synchronized void take(byte[] bytes) {
        String text = new String(bytes, Charset.forName("windows-31j"));
        Matcher number = NUMBER.matcher(text);
        receipts.add(new Receipt(number.find() ? number.group(1) : "?", text.contains("再発行"), text));
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
