package org.sekisho.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between a register and a server: it can be cut, and mended, without touching the server. */
final class Relay implements AutoCloseable {

    private final InetSocketAddress server;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket entrance;

    Relay(String host, int serverPort) throws IOException {
        server = new InetSocketAddress(host, serverPort);
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        port = entrance.getLocalPort();
        mend(entrance);
    }

    int port() {
        return port;
    }

    /** Breaks every connection and lets no new one in. */
    void cut() {
        try {
            entrance.close();
            for (Socket socket : open) {
                socket.close();
            }
            open.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mend() throws IOException {
        ServerSocket again = new ServerSocket();
        again.setReuseAddress(true);
        again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        entrance = again;
        mend(again);
    }

    private void mend(ServerSocket listening) {
        daemon(() -> {
            while (!listening.isClosed()) {
                Socket register = listening.accept();
                Socket onward = new Socket();
                onward.connect(server);
                open.add(register);
                open.add(onward);
                daemon(() -> pass(register, onward));
                daemon(() -> pass(onward, register));
            }
        });
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    /** What a thread of the relay does until a connection ends. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        // Cut, or closed by one side: both are what this is for.
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        cut();
    }
}
