package org.sekisho.devices.wire;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.Wire;

/** A TCP connection that never waits for longer than it says: without a selector a write to a stalled printer has no end. */
final class TcpWire implements Wire {

    private static final int CONNECT_MILLIS = 3_000;
    private static final Duration STALLED = Duration.ofSeconds(10);
    /** How long a closing wire waits for the other side to have read all; printers that never hang up cost this much. */
    private static final Duration FAREWELL = Duration.ofMillis(300);

    private final String name;
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;

    private TcpWire(String name, SocketChannel channel) throws IOException {
        this.name = name;
        this.channel = channel;
        this.selector = Selector.open();
        channel.configureBlocking(false);
        this.key = channel.register(selector, SelectionKey.OP_READ);
    }

    static TcpWire open(String name, String host, int port) throws DeviceFault {
        SocketChannel channel = null;
        try {
            InetSocketAddress address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new IOException("there is no host of this name");
            }
            channel = SocketChannel.open();
            channel.socket().connect(address, CONNECT_MILLIS);
            channel.socket().setTcpNoDelay(true);
            return new TcpWire(name, channel);
        } catch (IOException e) {
            closeQuietly(channel);
            throw new DeviceFault(Kind.OFFLINE, "nothing answers at " + name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(byte[] bytes) throws DeviceFault {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) {
                if (channel.write(rest) == 0 && !ready(SelectionKey.OP_WRITE, STALLED)) {
                    throw new DeviceFault(Kind.TIMEOUT, name + " takes no more bytes");
                }
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public byte[] read(int max, Duration timeout) throws DeviceFault {
        ByteBuffer bytes = ByteBuffer.allocate(max);
        try {
            if (ready(SelectionKey.OP_READ, timeout) && channel.read(bytes) < 0) {
                throw new DeviceFault(Kind.OFFLINE, name + " hung up");
            }
        } catch (IOException e) {
            throw broken(e);
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    /** Reads what still comes until the other side hangs up: unread bytes would make the system discard what was sent. */
    @Override
    public void close() {
        try {
            channel.shutdownOutput();
            long end = System.nanoTime() + FAREWELL.toNanos();
            ByteBuffer ignored = ByteBuffer.allocate(512);
            while (System.nanoTime() < end
                    && ready(SelectionKey.OP_READ, Duration.ofNanos(end - System.nanoTime()))
                    && channel.read(ignored.clear()) >= 0) {}
        } catch (IOException e) {
            // It is broken already: there is nobody to say farewell to.
        }
        closeQuietly(selector);
        closeQuietly(channel);
    }

    private boolean ready(int operation, Duration timeout) throws IOException {
        key.interestOps(operation);
        selector.selectedKeys().clear();
        long millis = timeout.toMillis();
        return (millis > 0 ? selector.select(millis) : selector.selectNow()) > 0;
    }

    private DeviceFault broken(IOException e) {
        return new DeviceFault(Kind.OFFLINE, name + " broke off: " + e.getMessage(), e);
    }

    private static void closeQuietly(@Nullable Closeable closeable) {
        try {
            if (closeable != null) {
                closeable.close();
            }
        } catch (IOException e) {
            // Closing is all that was wanted.
        }
    }
}
