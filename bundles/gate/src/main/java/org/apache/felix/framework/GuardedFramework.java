package org.apache.felix.framework;

import java.io.File;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Map;
import org.apache.felix.framework.FrameworkGuard.Deed;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.BundleListener;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.connect.ModuleConnector;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Felix, which asks a guard before it serves a bundle: only the gate starts, stops and removes bundles, and no plugin acts through
 * another bundle's context, the system bundle's included.
 *
 * <p>Java has no security manager any more, and hooks do not bind the system bundle. So the check stands where every bundle and every
 * context hands its calls over: in methods of Felix that only its own package can override. A test holds the framework's version.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as Felix declares it
public final class GuardedFramework extends Felix {

    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final FrameworkGuard guard;

    public GuardedFramework(Map<String, Object> configuration, ModuleConnector connector, FrameworkGuard guard) {
        super(configuration, connector);
        this.guard = guard;
    }

    // The framework itself

    @Override
    public void init() throws BundleException {
        guard.onlyGate(Deed.FRAMEWORK, this);
        super.init();
    }

    @Override
    public void init(FrameworkListener... listeners) throws BundleException {
        guard.onlyGate(Deed.FRAMEWORK, this);
        super.init(listeners);
    }

    @Override
    public void start() throws BundleException {
        guard.onlyGate(Deed.FRAMEWORK, this);
        super.start();
    }

    @Override
    public void stop() throws BundleException {
        guard.onlyGate(Deed.FRAMEWORK, this);
        super.stop();
    }

    @Override
    public void update(InputStream content) {
        throw guard.refuseUpdate(this);
    }

    /** Declarative Services asks for the framework's wiring, so bundles of the register get it. */
    @Override
    public <A> A adapt(Class<A> type) {
        if (Framework.class.isAssignableFrom(type)
                || FrameworkWiring.class.isAssignableFrom(type)
                || FrameworkStartLevel.class.isAssignableFrom(type)) {
            guard.onlyOwner(this);
        }
        return super.adapt(type);
    }

    @Override
    void refreshPackages(Collection<Bundle> targets, FrameworkListener[] listeners) {
        guard.onlyGate(Deed.FRAMEWORK, this);
        super.refreshPackages(targets, listeners);
    }

    // The life of bundles

    @Override
    void startBundle(BundleImpl bundle, int options) throws BundleException {
        guard.onlyGate(Deed.START, bundle);
        super.startBundle(bundle, options);
    }

    @Override
    void stopBundle(BundleImpl bundle, boolean record) throws BundleException {
        guard.onlyGate(Deed.STOP, bundle);
        super.stopBundle(bundle, record);
    }

    @Override
    void uninstallBundle(BundleImpl bundle) throws BundleException {
        guard.onlyGate(Deed.UNINSTALL, bundle);
        super.uninstallBundle(bundle);
    }

    /** Never, not even by the gate: another version is another bundle. */
    @Override
    void updateBundle(BundleImpl bundle, InputStream content) {
        throw guard.refuseUpdate(bundle);
    }

    /** Takes away the services of a bundle that does not come to the end of stopping. */
    public void withdrawServices(Bundle bundle) {
        guard.onlyGate(Deed.STOP, bundle);
        ServiceReference[] offered = super.getBundleRegisteredServices((BundleImpl) bundle);
        for (ServiceReference service : offered == null ? new ServiceReference[0] : offered) {
            try {
                ((ServiceRegistrationImpl.ServiceReferenceImpl) service)
                        .getRegistration()
                        .unregister();
            } catch (IllegalStateException gone) {
                // By itself, after all.
            }
        }
    }

    // What a bundle finds

    @Override
    Bundle installBundle(Bundle origin, String location, InputStream content) throws BundleException {
        guard.onlyOwner(origin);
        return super.installBundle(origin, location, content);
    }

    @Override
    @Nullable
    Bundle getBundle(String location) {
        Bundle bundle = super.getBundle(location);
        return bundle != null && guard.isStranger() ? null : bundle;
    }

    @Override
    @Nullable
    Bundle getBundle(BundleContext context, long id) {
        guard.onlyOwner(context.getBundle());
        return super.getBundle(context, id);
    }

    @Override
    Bundle[] getBundles(BundleContext context) {
        guard.onlyOwner(context.getBundle());
        return super.getBundles(context);
    }

    // What belongs to one bundle

    @Override
    Class loadBundleClass(BundleImpl bundle, String name) throws ClassNotFoundException {
        guard.onlyOwner(bundle);
        return super.loadBundleClass(bundle, name);
    }

    @Override
    URL getBundleResource(BundleImpl bundle, String name) {
        guard.onlyOwner(bundle);
        return super.getBundleResource(bundle, name);
    }

    @Override
    Enumeration getBundleResources(BundleImpl bundle, String name) {
        guard.onlyOwner(bundle);
        return super.getBundleResources(bundle, name);
    }

    @Override
    URL getBundleEntry(BundleImpl bundle, String name) {
        guard.onlyOwner(bundle);
        return super.getBundleEntry(bundle, name);
    }

    @Override
    Enumeration getBundleEntryPaths(BundleImpl bundle, String path) {
        guard.onlyOwner(bundle);
        return super.getBundleEntryPaths(bundle, path);
    }

    @Override
    Enumeration findBundleEntries(BundleImpl bundle, String path, String pattern, boolean recurse) {
        guard.onlyOwner(bundle);
        return super.findBundleEntries(bundle, path, pattern, recurse);
    }

    @Override
    ServiceReference[] getBundleRegisteredServices(BundleImpl bundle) {
        guard.onlyOwner(bundle);
        return super.getBundleRegisteredServices(bundle);
    }

    @Override
    ServiceReference[] getBundleServicesInUse(Bundle bundle) {
        guard.onlyOwner(bundle);
        return super.getBundleServicesInUse(bundle);
    }

    @Override
    File getDataFile(BundleImpl bundle, String name) {
        guard.onlyOwner(bundle);
        return super.getDataFile(bundle, name);
    }

    // Listeners and services

    @Override
    void addBundleListener(BundleImpl bundle, BundleListener listener) {
        guard.onlyOwner(bundle);
        super.addBundleListener(bundle, listener);
    }

    @Override
    void removeBundleListener(BundleImpl bundle, BundleListener listener) {
        guard.onlyOwner(bundle);
        super.removeBundleListener(bundle, listener);
    }

    @Override
    void addServiceListener(BundleImpl bundle, ServiceListener listener, String filter) throws InvalidSyntaxException {
        guard.onlyOwner(bundle);
        super.addServiceListener(bundle, listener, filter);
    }

    @Override
    void removeServiceListener(BundleImpl bundle, ServiceListener listener) {
        guard.onlyOwner(bundle);
        super.removeServiceListener(bundle, listener);
    }

    @Override
    void addFrameworkListener(BundleImpl bundle, FrameworkListener listener) {
        guard.onlyOwner(bundle);
        super.addFrameworkListener(bundle, listener);
    }

    @Override
    void removeFrameworkListener(BundleImpl bundle, FrameworkListener listener) {
        guard.onlyOwner(bundle);
        super.removeFrameworkListener(bundle, listener);
    }

    @Override
    ServiceRegistration registerService(
            BundleContextImpl context, String[] types, Object service, Dictionary properties) {
        guard.onlyOwner(context.getBundle());
        guard.onlyListed(context.getBundle(), types);
        return super.registerService(context, types, service, properties);
    }

    @Override
    ServiceReference[] getAllowedServiceReferences(BundleImpl bundle, String type, String filter, boolean assignable)
            throws InvalidSyntaxException {
        guard.onlyOwner(bundle);
        return super.getAllowedServiceReferences(bundle, type, filter, assignable);
    }

    @Override
    <S> @Nullable S getService(Bundle bundle, ServiceReference<S> service, boolean objects) {
        if (isOwn(WALKER.getCallerClass())) {
            return super.getService(bundle, service, objects);
        }
        guard.onlyOwner(bundle);
        return guard.maySee(bundle, service) ? super.getService(bundle, service, objects) : null;
    }

    @Override
    boolean ungetService(Bundle bundle, ServiceReference service, Object object) {
        if (!isOwn(WALKER.getCallerClass())) {
            guard.onlyOwner(bundle);
        }
        return super.ungetService(bundle, service, object);
    }

    /** The framework fetches its hooks in its own name, on the thread of whoever made it ask them. Contexts speak for bundles. */
    private static boolean isOwn(Class<?> caller) {
        return caller.getNestHost() != BundleContextImpl.class;
    }
}
