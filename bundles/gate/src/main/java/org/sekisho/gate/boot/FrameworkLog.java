package org.sekisho.gate.boot;

import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** Takes the framework's own messages away from people's screens; see {@link BundleOutput}. */
final class FrameworkLog extends Logger {

    private final boolean trace = BundleOutput.isTraced();

    @Override
    @SuppressWarnings("rawtypes") // as Felix declares it
    protected void doLog(Bundle bundle, ServiceReference reference, int level, String message, Throwable cause) {
        if (trace) {
            super.doLog(bundle, reference, level, message, cause);
        }
    }
}
