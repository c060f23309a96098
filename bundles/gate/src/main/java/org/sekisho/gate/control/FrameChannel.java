package org.sekisho.gate.control;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Frames over a socket. One thread reads; many may write. The channel is used directly: the JDK's streams over a socket channel let
 * nobody write while somebody reads.
 */
final class FrameChannel implements AutoCloseable {

    private static final int HEADER = 5;

    private final SocketChannel socket;
    private final Object writing = new Object();

    FrameChannel(SocketChannel socket) {
        this.socket = socket;
    }

    void write(FrameType type, byte[] payload) throws IOException {
        write(type, payload, 0, payload.length);
    }

    void write(FrameType type, byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(HEADER + length)
                .put(type.code())
                .putInt(length)
                .put(bytes, offset, length)
                .flip();
        synchronized (writing) {
            while (frame.hasRemaining()) {
                socket.write(frame);
            }
        }
    }

    /** @throws EOFException when the other end is gone */
    Frame read() throws IOException {
        ByteBuffer header = fill(ByteBuffer.allocate(HEADER));
        FrameType type = FrameType.of(header.get());
        int length = header.getInt();
        if (length < 0 || length > Frame.LONGEST) {
            throw new IOException("not a frame");
        }
        byte[] payload = new byte[length];
        fill(ByteBuffer.wrap(payload));
        return new Frame(type, payload);
    }

    private ByteBuffer fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (socket.read(buffer) < 0) {
                throw new EOFException("the other end closed");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
