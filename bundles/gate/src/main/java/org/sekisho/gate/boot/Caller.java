package org.sekisho.gate.boot;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.Set;
import org.osgi.framework.BundleReference;

/**
 * Whose code called the framework: that of the first frame above it. Nobody else is believed, least of all who stands further up: a
 * bundle that is called back by the gate does not act for the gate.
 *
 * @param kind who it is
 * @param location of the bundle, empty when it is none
 */
record Caller(Kind kind, String location) {

    enum Kind {
        GATE,
        /** A thread on which the framework alone runs: start levels, refreshing, shutting down. */
        FRAMEWORK,
        BUNDLE,
        /** The Java platform, by reflection: whose hand moves it cannot be told. */
        UNKNOWN
    }

    private static final Module OWN = Caller.class.getModule();

    /** Lambdas are hidden frames; one that were not seen would make its bundle's code look like the platform's. */
    private static final StackWalker WALKER =
            StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES));

    static Caller now() {
        return WALKER.walk(frames -> first(frames.map(StackFrame::getDeclaringClass)
                .dropWhile(type -> !isFramework(type))
                .dropWhile(Caller::isFramework)
                .iterator()));
    }

    /** The same for whose code called the gate itself, by a service of it. */
    static Caller ofGate() {
        return WALKER.walk(frames -> first(frames.map(StackFrame::getDeclaringClass)
                .dropWhile(type -> type.getModule() == OWN)
                .iterator()));
    }

    private static Caller first(Iterator<Class<?>> types) {
        if (!types.hasNext()) {
            return new Caller(Kind.FRAMEWORK, "");
        }
        Class<?> type = types.next();
        if (type.getClassLoader() instanceof BundleReference bundle) {
            return new Caller(Kind.BUNDLE, bundle.getBundle().getLocation());
        }
        if (type.getModule() == OWN) {
            return new Caller(Kind.GATE, "");
        }
        boolean thread = type == Thread.class;
        while (thread && types.hasNext()) {
            thread = types.next() == Thread.class;
        }
        return new Caller(thread ? Kind.FRAMEWORK : Kind.UNKNOWN, "");
    }

    private static boolean isFramework(Class<?> type) {
        return type.getModule() == OWN
                && (type.getName().startsWith("org.apache.felix.")
                        || type.getName().startsWith("org.osgi."));
    }

    /** Whether it is the gate, or the framework by itself. */
    boolean isTrusted() {
        return kind == Kind.GATE || kind == Kind.FRAMEWORK;
    }
}
