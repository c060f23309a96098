package org.sekisho.gate.serial;

import java.io.Closeable;
import java.io.IOException;

/** An open serial port. Closing it from another thread ends a write that hangs. */
public interface SerialPort extends Closeable {

    /** How many bytes wait; less than 0 when the port is gone. */
    int available();

    /** Reads up to so many bytes, waiting for the first one a moment; less than 0 when the port is gone. */
    int read(byte[] into, int most);

    /** Returns when all are handed over. */
    void write(byte[] bytes) throws IOException;

    @Override
    void close();
}
