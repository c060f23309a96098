package org.sekisho.gate.boot;

import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/**
 * Takes the framework's own messages away from people's screens. Bundles log by the register's logging; whoever looks for a fault of the framework
 * itself sets the system property {@code sekisho.trace}.
 */
final class FrameworkLog extends Logger {

    private final boolean trace = Boolean.getBoolean("sekisho.trace");

    @Override
    @SuppressWarnings("rawtypes") // as Felix declares it
    protected void doLog(Bundle bundle, ServiceReference reference, int level, String message, Throwable cause) {
        if (trace) {
            super.doLog(bundle, reference, level, message, cause);
        }
    }
}
