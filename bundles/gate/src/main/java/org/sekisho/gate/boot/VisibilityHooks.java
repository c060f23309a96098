package org.sekisho.gate.boot;

import java.util.Collection;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;
import org.sekisho.gate.cache.Tickets;
import org.sekisho.gate.trust.AllowlistEntry;

/** Hides from each bundle the services that it may not see, and from each plugin all bundles but itself. */
final class VisibilityHooks
        implements FindHook, EventListenerHook, EventHook, org.osgi.framework.hooks.bundle.FindHook {

    private final Tickets tickets;
    private final ServiceRules services;

    VisibilityHooks(Tickets tickets, ServiceRules services) {
        this.tickets = tickets;
        this.services = services;
    }

    /** Before anything else of the register can ask. */
    void register(BundleContext system) {
        system.registerService(
                new String[] {
                    FindHook.class.getName(),
                    EventListenerHook.class.getName(),
                    EventHook.class.getName(),
                    org.osgi.framework.hooks.bundle.FindHook.class.getName()
                },
                this,
                null);
    }

    @Override
    public void find(
            BundleContext context, String name, String filter, boolean all, Collection<ServiceReference<?>> found) {
        Bundle asking = context.getBundle();
        found.removeIf(service -> !services.maySee(asking, service));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        listeners.keySet().removeIf(context -> !services.maySee(context.getBundle(), event.getServiceReference()));
    }

    @Override
    public void find(BundleContext context, Collection<Bundle> found) {
        found.removeIf(bundle -> isHidden(context, bundle));
    }

    @Override
    public void event(BundleEvent event, Collection<BundleContext> contexts) {
        contexts.removeIf(context -> isHidden(context, event.getBundle()));
    }

    private boolean isHidden(BundleContext context, Bundle bundle) {
        Bundle asking = context.getBundle();
        return asking.getBundleId() != 0
                && !asking.equals(bundle)
                && tickets.entry(asking.getLocation())
                        .map(AllowlistEntry::plugin)
                        .orElse(true);
    }
}
