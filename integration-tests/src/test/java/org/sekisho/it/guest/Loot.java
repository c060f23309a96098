package org.sekisho.it.guest;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleReference;

/**
 * The other bundles, which a plugin does not find, but which its own wires lead to: the framework's types of wiring are closed to it,
 * reflection on them is not.
 */
public final class Loot {

    private static final ClassLoader FRAMEWORK = BundleContext.class.getClassLoader();

    private final Map<String, Bundle> bundles = new TreeMap<>();

    Loot(BundleContext context) throws ReflectiveOperationException {
        Class<?> wiring = type("org.osgi.framework.wiring.BundleWiring");
        Class<?> wire = type("org.osgi.framework.wiring.BundleWire");
        Method required = wiring.getMethod("getRequiredWires", String.class);
        Method provided = wiring.getMethod("getProvidedWires", String.class);
        Object own = context.getBundle().adapt(wiring);
        for (Object step : (List<?>) required.invoke(own, (Object) null)) {
            Object provider = wire.getMethod("getProviderWiring").invoke(step);
            add(provider);
            for (Object other : (List<?>) provided.invoke(provider, (Object) null)) {
                add(wire.getMethod("getRequirerWiring").invoke(other));
            }
        }
    }

    private void add(Object wiring) {
        Bundle bundle = ((BundleReference) wiring).getBundle();
        bundles.put(bundle.getSymbolicName(), bundle);
    }

    static Class<?> type(String name) throws ClassNotFoundException {
        return FRAMEWORK.loadClass(name);
    }

    Bundle system() {
        return bundles.values().stream()
                .filter(bundle -> bundle.getBundleId() == 0)
                .findFirst()
                .orElseThrow();
    }

    Bundle get(String symbolicName) {
        Bundle bundle = bundles.get(symbolicName);
        if (bundle == null) {
            throw new IllegalStateException(symbolicName + " is not among " + bundles.keySet());
        }
        return bundle;
    }

    Bundle[] bundles() {
        return bundles.values().toArray(new Bundle[0]);
    }
}
