package org.sekisho.extensions.power;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Code that nobody runs: each class does one thing that its power is named after. */
@SuppressWarnings({"unused", "BanJNDI"})
final class Deeds {

    private Deeds() {}

    static final class Harmless {
        List<String> sort(List<String> names) {
            return names.stream().map(name -> name + "!").sorted().toList();
        }
    }

    static final class Reads {
        byte[] read() throws IOException {
            return Files.readAllBytes(Path.of("x"));
        }
    }

    static final class Calls {
        Socket call() throws IOException {
            return new Socket("192.0.2.1", 80);
        }
    }

    static final class Executes {
        Process execute() throws IOException {
            return Runtime.getRuntime().exec(new String[] {"true"});
        }
    }

    static final class Native {
        native int give();
    }

    static final class Loads {
        void load() {
            System.loadLibrary("x");
        }
    }

    static final class ByName {
        Class<?> find(String name) throws ClassNotFoundException {
            return Class.forName(name);
        }
    }

    static final class ByHandle {
        MethodHandle find(MethodHandles.Lookup lookup) throws ReflectiveOperationException {
            return lookup.findStatic(Math.class, "abs", MethodType.methodType(int.class, int.class));
        }
    }

    static final class BySpi {
        ServiceLoader<Runnable> find() {
            return ServiceLoader.load(Runnable.class);
        }
    }

    /** A method reference, not a call. */
    static final class ExitByReference {
        IntConsumer exit() {
            return System::exit;
        }
    }

    static class Loader extends ClassLoader {}

    /** The call names this class's parent, which only inherits the method. */
    static final class Defines extends Loader {
        Class<?> define(byte[] code) {
            return defineClass("x", code, 0, code.length);
        }
    }

    static final class Deserializes {
        Object read(InputStream in) throws IOException, ClassNotFoundException {
            return new ObjectInputStream(in).readObject();
        }
    }

    static final class Environment {
        Function<String, String> ask() {
            return System::getenv;
        }
    }

    static final class SetsProperty {
        void set() {
            System.setProperty("a", "b");
        }
    }

    static final class Goes extends Thread {
        @Override
        public void run() {}
    }

    static final class Installs {
        void install(org.osgi.framework.BundleContext context) throws org.osgi.framework.BundleException {
            context.installBundle("x");
        }
    }

    static final class Opens {
        Class<?> drawer() {
            return org.sekisho.api.device.CashDrawer.class;
        }
    }

    static final class Seals {
        Class<?> vault() {
            return org.sekisho.api.vault.Vault.class;
        }
    }

    static final class Looks {
        Object look(javax.naming.Context context) throws javax.naming.NamingException {
            return context.lookup("x");
        }
    }
}
