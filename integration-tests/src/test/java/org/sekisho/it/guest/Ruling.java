package org.sekisho.it.guest;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Ruling over other bundles. */
public final class Ruling {

    private Ruling() {}

    static List<Attack> attacks(BundleContext context, Loot loot) {
        Bundle journal = loot.get("org.sekisho.journal");
        Bundle system = loot.system();
        return List.of(
                new Attack("stop the journal", () -> {
                    journal.stop();
                    return true;
                }),
                new Attack("remove the journal", () -> {
                    journal.uninstall();
                    return true;
                }),
                new Attack("remove itself", () -> {
                    context.getBundle().uninstall();
                    return true;
                }),
                new Attack("stop the journal by reflection", () -> {
                    Bundle.class.getMethod("stop").invoke(journal);
                    return true;
                }),
                new Attack("stop the journal by a handle on a thread of its own", () -> onOwnThread(journal, "stop")),
                new Attack("stop the framework", () -> {
                    system.stop();
                    return true;
                }),
                new Attack("start the framework again", () -> {
                    system.start();
                    return true;
                }),
                new Attack(
                        "start level of the framework",
                        () -> system.adapt(Loot.type("org.osgi.framework.startlevel.FrameworkStartLevel")) != null),
                new Attack(
                        "start level of the journal",
                        () -> journal.adapt(Loot.type("org.osgi.framework.startlevel.BundleStartLevel")) != null),
                new Attack(
                        "refresh", () -> system.adapt(Loot.type("org.osgi.framework.wiring.FrameworkWiring")) != null),
                new Attack(
                        "package admin",
                        () -> context.getServiceReference("org.osgi.service.packageadmin.PackageAdmin") != null),
                hook(context, "hide services", "org.osgi.framework.hooks.service.FindHook"),
                hook(context, "hide service events", "org.osgi.framework.hooks.service.EventListenerHook"),
                hook(context, "hide bundles", "org.osgi.framework.hooks.bundle.FindHook"),
                hook(context, "forbid wires", "org.osgi.framework.hooks.resolver.ResolverHookFactory"),
                hook(context, "weave classes", "org.osgi.framework.hooks.weaving.WeavingHook"),
                hook(
                        system.getBundleContext(),
                        "weave in the framework's name",
                        "org.osgi.framework.hooks.weaving.WeavingHook"),
                hook(context, "URL handlers", "org.osgi.service.url.URLStreamHandlerService"),
                new Attack(
                        "another vault",
                        () -> context.registerService("org.sekisho.api.vault.Vault", proxy(type(loot, "Vault")), null)
                                != null),
                new Attack(
                        "a service that its listing does not name",
                        () -> context.registerService(Runnable.class, () -> {}, null) != null));
    }

    private static Class<?> type(Loot loot, String name) throws ReflectiveOperationException {
        return Spying.loader(loot.get("org.sekisho.api")).loadClass("org.sekisho.api.vault." + name);
    }

    /** One that throws whatever it is asked. */
    private static Attack hook(BundleContext context, String what, String type) {
        return new Attack(what, () -> context.registerService(type, proxy(Loot.type(type)), null) != null);
    }

    private static Object proxy(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            throw new IllegalStateException("a throwing hook");
        });
    }

    /** No frame of the plugin stands on that thread. */
    private static boolean onOwnThread(Bundle bundle, String what) throws Exception {
        MethodHandle handle = MethodHandles.publicLookup()
                .findVirtual(Bundle.class, what, MethodType.methodType(void.class))
                .bindTo(bundle);
        Callable<?> way = MethodHandleProxies.asInterfaceInstance(
                Callable.class, handle.asType(MethodType.methodType(Object.class)));
        FutureTask<?> task = new FutureTask<>(way);
        Thread thread = new Thread(task);
        thread.start();
        task.get();
        return true;
    }
}
