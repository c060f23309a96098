package org.sekisho.api.device;

import java.time.Duration;

/**
 * Bytes in and out of one device: a serial port, a TCP connection, a character device, or memory in tests.
 *
 * <p>The register opens it, hands it to a driver, closes it, and calls the driver from one thread at a time.
 */
public interface Wire extends AutoCloseable {

    /** What a person would call it: {@code tcp://192.0.2.7:9100}, {@code serial:/dev/ttyUSB0}. */
    String name();

    /**
     * Sends all bytes or fails.
     *
     * @throws DeviceFault when the device does not take them
     */
    void write(byte[] bytes) throws DeviceFault;

    /**
     * Waits for at least one byte and returns those that came, at most {@code max}; empty when none came in time.
     *
     * @throws DeviceFault when the wire is broken
     */
    byte[] read(int max, Duration timeout) throws DeviceFault;

    @Override
    void close();
}
