package org.sekisho.devices.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sekisho.api.device.DeviceFault;
import org.sekisho.api.device.DeviceFault.Kind;

/**
 * Writes to a port that may never take the bytes: a printer without paper holds the line, and neither a character device nor a
 * serial port has a limit of its own. When time is out the port is closed, which frees the waiting thread.
 */
record GuardedWrite(String name, AutoCloseable port) {

    /** One write, which may wait for ever. */
    @FunctionalInterface
    interface Write {
        void run() throws IOException;
    }

    void run(Duration limit, Write write) throws DeviceFault {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            write.run();
            return true;
        });
        Thread thread = new Thread(task, "write " + name);
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new DeviceFault(
                    Kind.OFFLINE, name + " broke off: " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            closePort();
            throw new DeviceFault(Kind.TIMEOUT, name + " takes no more bytes", e);
        } catch (InterruptedException e) {
            closePort();
            Thread.currentThread().interrupt();
            throw new DeviceFault(Kind.TIMEOUT, "writing to " + name + " was interrupted", e);
        }
    }

    private void closePort() {
        try {
            port.close();
        } catch (Exception e) {
            // The wire is given up either way.
        }
    }
}
