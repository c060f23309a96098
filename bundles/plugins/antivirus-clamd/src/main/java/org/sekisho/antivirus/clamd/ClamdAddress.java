package org.sekisho.antivirus.clamd;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.util.List;

/** Where clamd listens: {@code unix:/run/clamav/clamd.ctl} or {@code tcp://127.0.0.1:3310}. */
record ClamdAddress(String text) {

    /** Tried in this order where none is named: Debian's socket, then clamd's usual port. */
    static final List<ClamdAddress> USUAL =
            List.of(new ClamdAddress("unix:/run/clamav/clamd.ctl"), new ClamdAddress("tcp://127.0.0.1:3310"));

    private static final String UNIX = "unix:";
    private static final String TCP = "tcp://";

    /**
     * The address as a socket takes it; a host is looked up anew each time.
     *
     * @throws IllegalArgumentException when the text is of neither form
     */
    SocketAddress socketAddress() {
        if (text.startsWith(UNIX + "/")) {
            return UnixDomainSocketAddress.of(text.substring(UNIX.length()));
        }
        if (text.startsWith(TCP)) {
            URI uri = URI.create(text);
            if (uri.getHost() != null && uri.getPort() > 0) {
                return new InetSocketAddress(uri.getHost(), uri.getPort());
            }
        }
        throw new IllegalArgumentException(
                "\"" + text + "\" is no address of clamd: unix:/path/of/socket or tcp://host:port");
    }

    @Override
    public String toString() {
        return text;
    }
}
