package org.sekisho.it.guest;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Leaving the framework by what the Java platform gives. */
public final class Escaping {

    /** Milliseconds. It must give up before the gate gives up the plugin, which tries this as it starts. */
    private static final String ATTACH_TIMEOUT = "-J-Dsun.tools.attach.attachTimeout=3000";

    private Escaping() {}

    static List<Attack> attacks(BundleContext context, Loot loot) {
        Bundle system = loot.system();
        Path java = Path.of(System.getProperty("java.home"));
        String pid = String.valueOf(ProcessHandle.current().pid());
        return List.of(
                new Attack("open the framework", () -> {
                    AccessibleObject.setAccessible(
                            system.getClass().getSuperclass().getDeclaredFields(), true);
                    return true;
                }),
                new Attack("the gate's own classes", () -> {
                    Class<?> tickets = Loot.type("org.sekisho.gate.cache.Tickets");
                    return tickets.getConstructor().newInstance() != null;
                }),
                new Attack(
                        "serial ports by the system class loader",
                        () -> ClassLoader.getSystemClassLoader()
                                        .loadClass("com.fazecast.jSerialComm.SerialPort")
                                        .getMethod("getCommPorts")
                                        .invoke(null)
                                != null),
                new Attack("Unsafe", () -> {
                    Class<?> unsafe = ClassLoader.getSystemClassLoader().loadClass("sun.misc.Unsafe");
                    Field the = unsafe.getDeclaredField("theUnsafe");
                    the.setAccessible(true);
                    return unsafe.getMethod("allocateMemory", long.class).invoke(the.get(null), 8L) != null;
                }),
                new Attack("native code", () -> {
                    System.load(java.resolve("lib/libprefs.so").toString());
                    return true;
                }),
                new Attack(
                        "attach by the API",
                        () -> ClassLoader.getSystemClassLoader()
                                        .loadClass("com.sun.tools.attach.VirtualMachine")
                                        .getMethod("attach", String.class)
                                        .invoke(null, pid)
                                != null),
                new Attack(
                        "attach from a child",
                        () -> run(java.resolve("bin/jcmd").toString(), ATTACH_TIMEOUT, pid, "VM.version") == 0),
                new Attack(
                        "management",
                        () -> ClassLoader.getSystemClassLoader().loadClass("java.lang.management.ManagementFactory")
                                != null),
                new Attack("start a program", () -> run("true") == 0),
                new Attack("read a file", () -> Files.size(Path.of("/etc/hostname")) >= 0),
                new Attack("start a thread", () -> {
                    Thread thread = new Thread(() -> {});
                    thread.start();
                    thread.join();
                    return true;
                }));
    }

    private static int run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }
}
