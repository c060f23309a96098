package org.sekisho.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.sekisho.web.http.Guards;

/**
 * The HTTP server of this framework. It waits for a configuration (the framework property {@code org.apache.felix.http.require.config}),
 * so it listens on loopback and on this port, or nowhere.
 */
final class Jetty {

    private static final String PID = "org.apache.felix.http";

    private final ConfigurationAdmin configurations;

    Jetty(ConfigurationAdmin configurations) {
        this.configurations = configurations;
    }

    /**
     * A port that can be listened on now.
     *
     * @param wanted 0 for any that is free
     * @throws IOException when something listens there already, or nobody may
     */
    static int free(int wanted) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(loopback(), wanted));
            return probe.getLocalPort();
        }
    }

    /** Tells it where to listen; returns before it does. */
    void listen(int port) throws IOException {
        Map<String, Object> settings = new HashMap<>();
        settings.put("org.apache.felix.http.host", loopback().getHostAddress());
        settings.put("org.osgi.service.http.port", port);
        settings.put("org.apache.felix.http.jetty.acceptors", 1);
        settings.put("org.apache.felix.http.jetty.selectors", 1);
        settings.put("org.apache.felix.http.jetty.threadpool.max", 16);
        settings.put("org.apache.felix.http.jetty.headerBufferSize", 8 * 1024);
        settings.put("org.apache.felix.http.jetty.errorPageCustomHeaders", Guards.forJettysOwnAnswers());
        configuration().update(FrameworkUtil.asDictionary(settings));
    }

    /** Makes it stop listening. */
    void fallSilent() throws IOException {
        configuration().delete();
    }

    /** Asks for the page as a browser would; whoever answers, {@link org.sekisho.web.http.Door} knows whether it did. */
    static void knock(int port) {
        try (Socket socket = new Socket(loopback(), port)) {
            socket.setSoTimeout(1_000);
            String request = "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read();
        } catch (IOException e) {
            // Not yet.
        }
    }

    private Configuration configuration() throws IOException {
        return configurations.getConfiguration(PID, "?");
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
    }
}
