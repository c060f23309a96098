package org.sekisho.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.Wire;

/**
 * A wire in memory: keeps what was written, answers as it is told, can be unplugged.
 *
 * <p>Its time is its own and passes only while a driver waits, so a test of a timeout of minutes takes no time.
 */
public final class RecordingWire implements Wire {

    private record Answer(ByteBuffer rest, Duration after) {}

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private Duration waited = Duration.ZERO;
    private boolean unplugged;
    private boolean closed;

    /** What the device says next, as soon as it is listened to. */
    public RecordingWire answer(int... bytes) {
        return answer(Duration.ZERO, bytes);
    }

    /** What the device says next, so long after it is first listened to. */
    public RecordingWire answer(Duration after, int... bytes) {
        ByteBuffer said = ByteBuffer.allocate(bytes.length);
        for (int value : bytes) {
            said.put((byte) value);
        }
        answers.add(new Answer(said.flip(), after));
        return this;
    }

    /** From now on nothing is there. */
    public RecordingWire unplug() {
        unplugged = true;
        return this;
    }

    /** All that was written so far, in hex: {@code 1b700019fa}. */
    public String written() {
        return HexFormat.of().formatHex(written.toByteArray());
    }

    /** How long drivers have waited for answers, all together. */
    public Duration waited() {
        return waited;
    }

    public boolean isClosed() {
        return closed;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public void write(byte[] bytes) throws DeviceFault {
        plugged();
        written.writeBytes(bytes);
    }

    @Override
    public byte[] read(int max, Duration timeout) throws DeviceFault {
        plugged();
        Answer next = answers.poll();
        if (next == null || next.after.compareTo(timeout) > 0) {
            waited = waited.plus(timeout);
            if (next != null) {
                answers.push(new Answer(next.rest, next.after.minus(timeout)));
            }
            return new byte[0];
        }
        waited = waited.plus(next.after);
        byte[] came = new byte[Math.min(max, next.rest.remaining())];
        next.rest.get(came);
        if (next.rest.hasRemaining()) {
            answers.push(new Answer(next.rest, Duration.ZERO));
        }
        return came;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void plugged() throws DeviceFault {
        if (unplugged || closed) {
            throw new DeviceFault(Kind.OFFLINE, unplugged ? "the wire is unplugged" : "the wire is closed");
        }
    }
}
