package org.sekisho.antivirus.clamd;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One connection with clamd, over a Unix socket or TCP alike. Nothing waits longer than the patience it was opened with; an
 * interrupt ends any wait. For one thread.
 */
final class Conversation implements Closeable {

    private static final int LONGEST_REPLY = 4096;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final Duration patience;

    private Conversation(SocketChannel channel, Selector selector, Duration patience) throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.key = channel.configureBlocking(false).register(selector, 0);
        this.patience = patience;
    }

    static Conversation open(SocketAddress address, Duration patience) throws IOException {
        if (address instanceof InetSocketAddress inet && inet.isUnresolved()) {
            throw new UnknownHostException("unknown host " + inet.getHostString());
        }
        SocketChannel channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
        Conversation conversation = new Conversation(channel, Selector.open(), patience);
        try {
            conversation.connect(address);
            return conversation;
        } catch (IOException | RuntimeException e) {
            conversation.close();
            throw e;
        }
    }

    private void connect(SocketAddress address) throws IOException {
        boolean connected = channel.connect(address);
        while (!connected) {
            await(SelectionKey.OP_CONNECT);
            connected = channel.finishConnect();
        }
    }

    /** Sends all of it; false where clamd has spoken or hung up in the meantime and no longer listens. */
    boolean send(ByteBuffer data) throws IOException {
        while (data.hasRemaining()) {
            int ready = await(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            if ((ready & SelectionKey.OP_READ) != 0) {
                return false;
            }
            try {
                channel.write(data);
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException brokenPipe) {
                return false;
            }
        }
        return true;
    }

    /** The reply up to its end: a zero byte, or a line feed where clamd lost its patience. */
    String reply() throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        ByteBuffer room = ByteBuffer.allocate(256);
        while (reply.size() < LONGEST_REPLY) {
            await(SelectionKey.OP_READ);
            if (channel.read(room.clear()) < 0) {
                throw new IOException("clamd hung up");
            }
            room.flip();
            while (room.hasRemaining()) {
                byte b = room.get();
                if (b == 0 || b == '\n') {
                    return reply.toString(StandardCharsets.UTF_8).strip();
                }
                reply.write(b);
            }
        }
        throw new IOException("clamd's reply has no end");
    }

    private int await(int operations) throws IOException {
        if (!key.isValid()) {
            throw new IOException("the connection with clamd is closed");
        }
        key.interestOps(operations);
        selector.selectedKeys().clear();
        if (selector.select(patience.toMillis()) == 0) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            throw new SocketTimeoutException("clamd did not answer within " + patience.toSeconds() + " s");
        }
        return key.readyOps();
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }
}
