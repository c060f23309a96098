package org.sekisho.gate.serial;

import java.io.IOException;

/**
 * Opens serial ports. A service of the system bundle that {@code org.sekisho.devices} alone finds: the library beneath has native code
 * and lies in a module that nobody but the gate can use.
 */
public interface SerialPorts {

    /**
     * @param device its path: {@code /dev/ttyUSB0}
     * @throws java.nio.file.NoSuchFileException when there is no such port
     * @throws IOException when it does not open
     * @throws LinkageError when the installation has no native library for this machine
     */
    SerialPort open(String device, SerialSettings settings) throws IOException;
}
