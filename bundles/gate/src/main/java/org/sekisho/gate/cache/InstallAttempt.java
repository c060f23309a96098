package org.sekisho.gate.cache;

import java.lang.StackWalker.Option;
import org.osgi.framework.BundleReference;

/**
 * Somebody tried to bring code in past the gate.
 *
 * @param location as it was given
 * @param by the symbolic name of the bundle whose code called; empty when no bundle's code stood on the stack
 */
public record InstallAttempt(String location, String by) {

    /** Told by the stack of this thread. */
    public static InstallAttempt now(String location) {
        String by = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(frame -> frame.getDeclaringClass().getClassLoader())
                        .filter(BundleReference.class::isInstance)
                        .map(loader -> String.valueOf(
                                ((BundleReference) loader).getBundle().getSymbolicName()))
                        .findFirst()
                        .orElse(""));
        return new InstallAttempt(location, by);
    }
}
