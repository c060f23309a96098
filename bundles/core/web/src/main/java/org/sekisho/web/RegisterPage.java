package org.sekisho.web;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sekisho.gate.program.Invocation;
import org.sekisho.web.http.Door;
import org.sekisho.web.http.Texts;

/**
 * Opens the page for a running register and closes it when that stops. {@code sekisho run} offers its invocation as a service once it
 * sells; no other command does, so no other command starts a server.
 */
@Component(
        service = {},
        immediate = true)
public final class RegisterPage {

    /** The property of the invocation that names the port; 0 for any that is free. */
    static final String PORT = "sekisho.page.port";

    /** The property that names the language of whoever gave the command: a language tag. */
    static final String LANGUAGE = "sekisho.page.language";

    private static final Map<String, Object> EVERYTHING = Map.of("osgi.http.whiteboard.servlet.pattern", "/*");
    private static final long PATIENCE_MILLIS = 60_000;
    private static final long STEP_MILLIS = 50;

    private final Invocation run;
    private final Locale language;
    private final int wanted;
    private final Jetty jetty;
    private final Door door;
    private final ServiceRegistration<Servlet> servlet;
    private final Thread opening;

    @Activate
    public RegisterPage(
            BundleContext context,
            @Reference(target = "(" + PORT + "=*)") Map.Entry<Map<String, Object>, Invocation> run,
            @Reference ConfigurationAdmin configurations) {
        this.run = run.getValue();
        this.language = Locale.forLanguageTag(String.valueOf(run.getKey().get(LANGUAGE)));
        this.wanted = Integer.parseInt(String.valueOf(run.getKey().get(PORT)));
        this.jetty = new Jetty(configurations);
        this.door = new Door(new Api());
        this.servlet = context.registerService(Servlet.class, door, FrameworkUtil.asDictionary(EVERYTHING));
        this.opening = new Thread(this::open, "sekisho-page");
        opening.setDaemon(true);
        opening.start();
    }

    /** In the background: the register sells already. */
    private void open() {
        try {
            int port = Jetty.free(wanted);
            jetty.listen(port);
            for (long waited = 0; waited < PATIENCE_MILLIS; waited += STEP_MILLIS) {
                Jetty.knock(port);
                if (door.awaitFirstAnswer(STEP_MILLIS)) {
                    run.out().println(Texts.of("run.page", language, "http://127.0.0.1:" + port + "/"));
                    run.out().flush();
                    return;
                }
            }
            complain("run.page-silent");
        } catch (IOException e) {
            complain("run.port-taken");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void complain(String key) {
        run.err().println(Texts.of(key, language, Integer.toString(wanted)));
        run.err().flush();
    }

    @Deactivate
    public void close() throws IOException {
        opening.interrupt();
        servlet.unregister();
        jetty.fallSilent();
    }
}
