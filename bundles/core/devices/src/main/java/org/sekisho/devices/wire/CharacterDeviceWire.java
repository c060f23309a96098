package org.sekisho.devices.wire;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;
import org.sekisho.api.device.Wire;

/**
 * A character device like {@code /dev/usb/lp0}, opened once for both ways because such devices refuse a second opening. A
 * regular file is refused: receipts would pile up in it unsealed.
 */
final class CharacterDeviceWire implements Wire {

    private static final Duration STALLED = Duration.ofSeconds(10);
    private static final int CHUNK = 256;

    private final String name;
    private final RandomAccessFile device;
    private final BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>(CHUNK);
    private byte[] leftOver = {};
    private @Nullable Thread reader;

    private CharacterDeviceWire(String name, RandomAccessFile device) {
        this.name = name;
        this.device = device;
    }

    static CharacterDeviceWire open(String name, String path) throws DeviceFault {
        try {
            if (!Files.readAttributes(Path.of(path), BasicFileAttributes.class).isOther()) {
                throw Wires.wrong(name, "it is not a device", null);
            }
            return new CharacterDeviceWire(name, new RandomAccessFile(path, "rw"));
        } catch (IOException e) {
            throw new DeviceFault(Kind.OFFLINE, name + " does not open: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(byte[] bytes) throws DeviceFault {
        new GuardedWrite(name, device).run(STALLED, () -> device.write(bytes));
    }

    @Override
    public byte[] read(int max, Duration timeout) throws DeviceFault {
        if (leftOver.length == 0) {
            leftOver = next(timeout);
        }
        byte[] bytes = Arrays.copyOf(leftOver, Math.min(max, leftOver.length));
        leftOver = Arrays.copyOfRange(leftOver, bytes.length, leftOver.length);
        return bytes;
    }

    private byte[] next(Duration timeout) throws DeviceFault {
        if (reader == null) {
            reader = new Thread(this::readOn, "read " + name);
            reader.setDaemon(true);
            reader.start();
        }
        try {
            byte[] bytes = arrived.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (bytes == null && !reader.isAlive()) {
                throw new DeviceFault(Kind.OFFLINE, name + " is gone");
            }
            return bytes == null ? new byte[0] : bytes;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceFault(Kind.TIMEOUT, "reading from " + name + " was interrupted", e);
        }
    }

    /** Reads through the channel, whose close wakes a thread that waits in it; ends with the device. */
    private void readOn() {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        try {
            while (device.getChannel().read(bytes.clear()) >= 0) {
                arrived.put(Arrays.copyOf(bytes.array(), bytes.position()));
            }
        } catch (IOException e) {
            // Closed, unplugged, or a device that only writes: whoever reads next is told.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            device.close();
        } catch (IOException e) {
            // Closing is all that was wanted.
        }
    }
}
