package org.sekisho.devices.wire;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.Wire;

/** A wire in memory: keeps what was written, answers what was put in, fails when told. */
public final class MemoryWire implements Wire {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Deque<byte[]> answers = new ArrayDeque<>();
    private @Nullable DeviceFault fault;
    private boolean closed;

    public byte[] written() {
        return written.toByteArray();
    }

    public void answer(byte... bytes) {
        answers.add(bytes);
    }

    public void failWith(DeviceFault.Kind kind) {
        fault = new DeviceFault(kind, "as told");
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
        if (fault != null) {
            throw fault;
        }
        written.writeBytes(bytes);
    }

    @Override
    public byte[] read(int max, Duration timeout) {
        byte[] answer = answers.poll();
        return answer == null ? new byte[0] : answer;
    }

    @Override
    public void close() {
        closed = true;
    }
}
