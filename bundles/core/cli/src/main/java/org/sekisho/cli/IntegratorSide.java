package org.sekisho.cli;

import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The integrator's commands, where the register was assembled with what they call; one in a shop need not be. */
final class IntegratorSide {

    private static final String SERVICE = "org.sekisho.publishing.Publishing";

    private final BundleContext context;

    IntegratorSide(BundleContext context) {
        this.context = context;
    }

    /** None where this register cannot do them: nothing of their classes is touched then. */
    Map<String, Object> commands(Register register, Console console) {
        ServiceReference<?> reference = context.getServiceReference(SERVICE);
        return reference == null ? Map.of() : IntegratorCommands.of(context.getService(reference), register, console);
    }
}
