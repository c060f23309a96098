package org.sekisho.cli;

import java.util.Locale;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.sekisho.gate.program.Invocation;

/**
 * Offers a register that sells to whatever shows it on a page: {@code run}'s invocation as a service, with the wanted port and the
 * person's language. A register without such a bundle offers it in vain and sells all the same.
 */
final class PageOffer {

    static final int USUAL_PORT = 8480;

    private final BundleContext context;

    PageOffer(BundleContext context) {
        this.context = context;
    }

    /** Stands until it is unregistered; the page is closed then before that returns. */
    ServiceRegistration<Invocation> make(Invocation run, int port, Locale language) {
        Map<String, Object> properties =
                Map.of("sekisho.page.port", port, "sekisho.page.language", language.toLanguageTag());
        return context.registerService(Invocation.class, run, FrameworkUtil.asDictionary(properties));
    }
}
