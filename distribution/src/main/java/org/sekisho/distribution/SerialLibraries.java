package org.sekisho.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.sekisho.publishing.PublishingFault;
import org.sekisho.publishing.jar.JarEntries;

/**
 * The native libraries of jSerialComm, taken out of its jar: the register loads them from a listed, digest-checked place, never
 * from a temporary folder.
 */
final class SerialLibraries {
    /** The folder in the jar, and what {@code uname -m} calls such a machine. */
    private static final Map<String, String> MACHINES = Map.of("Linux/x86_64", "x86_64", "Linux/armv8_64", "aarch64");

    private SerialLibraries() {}

    /** By path below {@code lib/native}. */
    static Map<String, byte[]> of(Path jar) throws IOException, AssemblyFault, PublishingFault {
        Map<String, byte[]> inJar = JarEntries.read(jar).files();
        Map<String, byte[]> libraries = new TreeMap<>();
        for (Map.Entry<String, String> machine : MACHINES.entrySet()) {
            byte[] library = inJar.get(machine.getKey() + "/libjSerialComm.so");
            if (library == null) {
                throw new AssemblyFault(jar.getFileName() + " has no library for " + machine.getKey() + ".");
            }
            libraries.put(machine.getValue() + "/libjSerialComm.so", library);
        }
        return libraries;
    }
}
