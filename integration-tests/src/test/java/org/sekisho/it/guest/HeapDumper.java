package org.sekisho.it.guest;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Writes the register's heap into {@code tools/heap.hprof} beside the home, as soon as {@code tools/dump} is there: what can be reached, and
 * once more with the garbage into {@code tools/garbage.hprof}. A Java with its management is what it takes.
 */
public final class HeapDumper implements BundleActivator {

    private final Thread watcher = new Thread(this::watch, "heap dumper");
    private Path tools = Path.of("");

    @Override
    public void start(BundleContext context) {
        tools = Path.of(context.getProperty("sekisho.home")).resolveSibling("tools");
        watcher.setDaemon(true);
        watcher.start();
    }

    @Override
    public void stop(BundleContext context) {
        watcher.interrupt();
    }

    private void watch() {
        try {
            while (!Files.exists(tools.resolve("dump"))) {
                Thread.sleep(20);
            }
            dump("garbage.hprof", false);
            dump("heap.hprof", true);
            Files.createFile(tools.resolve("dumped"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void dump(String name, boolean onlyReachable) throws ReflectiveOperationException {
        ClassLoader system = ClassLoader.getSystemClassLoader();
        Class<?> diagnostics = system.loadClass("com.sun.management.HotSpotDiagnosticMXBean");
        Object bean = system.loadClass("java.lang.management.ManagementFactory")
                .getMethod("getPlatformMXBean", Class.class)
                .invoke(null, diagnostics);
        Method dumpHeap = diagnostics.getMethod("dumpHeap", String.class, boolean.class);
        dumpHeap.invoke(bean, tools.resolve(name).toString(), onlyReachable);
    }
}
