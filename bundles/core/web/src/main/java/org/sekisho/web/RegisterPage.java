package org.sekisho.web;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sekisho.checkout.CashDesk;
import org.sekisho.checkout.Checkout;
import org.sekisho.checkout.ExceptionReports;
import org.sekisho.checkout.Reports;
import org.sekisho.checkout.Reprints;
import org.sekisho.checkout.Vouchers;
import org.sekisho.devices.ReceiptPictures;
import org.sekisho.gate.program.Invocation;
import org.sekisho.gate.view.GateView;
import org.sekisho.identity.Operators;
import org.sekisho.identity.Pins;
import org.sekisho.journal.Anchors;
import org.sekisho.receipts.Receipts;
import org.sekisho.storage.StorageFault;
import org.sekisho.store.Home;
import org.sekisho.store.HomeFault;
import org.sekisho.web.api.Api;
import org.sekisho.web.api.Services;
import org.sekisho.web.http.Door;
import org.sekisho.web.http.Texts;
import org.sekisho.web.session.SalesDesk;
import org.sekisho.web.session.Session;
import org.sekisho.web.session.Sessions;

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
    private static final long ROUND_MILLIS = 60_000;

    private final Invocation run;
    private final Locale language;
    private final int wanted;
    private final Home home;
    private final Sessions sessions;
    private final Api api;
    private final Jetty jetty;
    private final Door door;
    private final ServiceRegistration<Servlet> servlet;
    private final Thread opening;
    private final Thread caretaker;

    @Activate
    public RegisterPage(
            BundleContext context,
            @Reference(target = "(" + PORT + "=*)") Map.Entry<Map<String, Object>, Invocation> run,
            @Reference ConfigurationAdmin configurations,
            @Reference Home home,
            @Reference Operators operators,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Pins pins,
            @Reference Checkout checkout,
            @Reference CashDesk cashDesk,
            @Reference Vouchers vouchers,
            @Reference Reprints reprints,
            @Reference Reports reports,
            @Reference Anchors anchors,
            @Reference ExceptionReports exceptions,
            @Reference Receipts receipts,
            @Reference ReceiptPictures pictures,
            @Reference GateView gate) {
        this.run = run.getValue();
        this.language = Locale.forLanguageTag(String.valueOf(run.getKey().get(LANGUAGE)));
        this.wanted = Integer.parseInt(String.valueOf(run.getKey().get(PORT)));
        this.home = home;
        InstantSource clock = InstantSource.system();
        this.sessions = new Sessions(IdleLock.of(System.getenv()), clock, () -> new SalesDesk(checkout));
        this.api = new Api(
                new Services(
                        home,
                        operators,
                        Optional.ofNullable(pins),
                        checkout,
                        cashDesk,
                        vouchers,
                        reprints,
                        reports,
                        anchors,
                        exceptions,
                        receipts,
                        pictures,
                        gate),
                sessions,
                clock);
        this.jetty = new Jetty(configurations);
        this.door = new Door(api);
        this.servlet = context.registerService(Servlet.class, door, FrameworkUtil.asDictionary(EVERYTHING));
        this.caretaker = daemon(this::endForgotten, "sekisho-page-sessions");
        caretaker.start();
        this.opening = daemon(this::open, "sekisho-page");
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
            complain("run.page-silent", Integer.toString(port));
        } catch (IOException e) {
            complain("run.port-taken", Integer.toString(wanted));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endForgotten() {
        try {
            while (true) {
                Thread.sleep(ROUND_MILLIS);
                shut(sessions.endForgotten(), "void.forgotten");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Voids what is open, then stops listening; a call that comes in between is told so. */
    @Deactivate
    public void close() throws IOException {
        opening.interrupt();
        caretaker.interrupt();
        api.stop();
        shut(sessions.endAll(), "void.stopped");
        servlet.unregister();
        jetty.fallSilent();
    }

    private void shut(List<Session> ended, String reason) {
        for (Session session : ended) {
            try {
                session.desk().shut(Texts.of(reason, home.settings().language()));
            } catch (StorageFault | HomeFault e) {
                complain("run.not-voided", String.valueOf(e.getMessage()));
            }
        }
    }

    private void complain(String key, String fact) {
        run.err().println(Texts.of(key, language, fact));
        run.err().flush();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
