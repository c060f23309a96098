package org.sekisho.gate.boot;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.felix.framework.FrameworkGuard;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.sekisho.gate.cache.InstallAttempt;
import org.sekisho.gate.cache.Tickets;
import org.sekisho.gate.message.Sentences;
import org.sekisho.gate.operate.GateControl;
import org.sekisho.gate.trust.AllowlistEntry;

/** What the code of a bundle may ask of the framework; who asks for more is refused, and that is recorded. */
final class BundleRights implements FrameworkGuard {

    private final Tickets tickets;
    private final ServiceRules services;
    private final Sentences sentences;
    private final RefusalRecord refusals;

    BundleRights(Tickets tickets, ServiceRules services, Sentences sentences, RefusalRecord refusals) {
        this.tickets = tickets;
        this.services = services;
        this.sentences = sentences;
        this.refusals = refusals;
    }

    @Override
    public void onlyGate(Deed deed, Bundle subject) {
        Caller caller = Caller.now();
        if (!caller.isTrusted()) {
            throw refuse(name(caller), deed.name().toLowerCase(Locale.ROOT), name(subject));
        }
    }

    @Override
    public void onlyOwner(Bundle owner) {
        Caller caller = Caller.now();
        if (!isStranger(caller) || caller.location().equals(owner.getLocation())) {
            return;
        }
        throw refuse(name(caller), Deed.CONTEXT.name().toLowerCase(Locale.ROOT), name(owner));
    }

    @Override
    public void onlyListed(Bundle owner, String[] types) {
        for (String type : types) {
            if (!services.mayRegister(owner, type)) {
                throw refuse(name(owner), "register", type);
            }
        }
    }

    @Override
    public boolean maySee(Bundle owner, ServiceReference<?> service) {
        return services.maySee(owner, service);
    }

    @Override
    public boolean isStranger() {
        return isStranger(Caller.now());
    }

    private boolean isStranger(Caller caller) {
        return switch (caller.kind()) {
            case GATE, FRAMEWORK -> false;
            case UNKNOWN -> true;
            case BUNDLE ->
                tickets.entry(caller.location()).map(AllowlistEntry::plugin).orElse(true);
        };
    }

    /** @throws SecurityException unless a bundle whose task it is calls the gate's control */
    void onlyOperators() {
        Caller caller = Caller.ofGate();
        boolean may = tickets.entry(caller.location())
                .filter(entry -> ServiceRules.maySee(entry, GateControl.class.getName()))
                .isPresent();
        if (!may) {
            throw refuse(name(caller), "control", GateControl.class.getName());
        }
    }

    @Override
    public SecurityException refuseUpdate(Bundle subject) {
        InstallAttempt attempt = InstallAttempt.now(subject.getLocation());
        refusals.add(sentences.sealed(attempt.location(), attempt.by(), Instant.now()));
        return new SecurityException("SEALED " + attempt.location());
    }

    private SecurityException refuse(String by, String deed, String subject) {
        refusals.add(sentences.forbidden(by, deed, subject, Instant.now()));
        return new SecurityException("REFUSED " + by + ": " + deed + " " + subject);
    }

    private String name(Caller caller) {
        return Optional.of(caller.location())
                .flatMap(tickets::entry)
                .map(AllowlistEntry::symbolicName)
                .orElse("?");
    }

    private static String name(Bundle bundle) {
        return String.valueOf(bundle.getSymbolicName());
    }
}
