package org.sekisho.it.guest;

import java.io.IOException;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutionException;

/** One way, and what came of it in one word. */
public record Attack(String name, Way way) {

    /** Says whether it got what it wanted. */
    @FunctionalInterface
    interface Way {
        boolean go() throws Throwable;
    }

    /** {@code name: WORD what was thrown}. */
    String attempt() {
        try {
            return name + (way.go() ? ": WORKS" : ": HIDDEN");
        } catch (Throwable thrown) {
            Throwable cause = thrown;
            while (cause.getCause() != null && isWrapping(cause)) {
                cause = cause.getCause();
            }
            return name + ": " + word(cause) + " " + cause.getClass().getSimpleName() + " " + cause.getMessage();
        }
    }

    private static boolean isWrapping(Throwable thrown) {
        return thrown instanceof InvocationTargetException
                || thrown instanceof ExecutionException
                || thrown.getClass().getName().equals("org.osgi.framework.BundleException");
    }

    private static String word(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (message.startsWith("SEALED ")) {
            return "SEALED";
        }
        if (message.startsWith("REFUSED ")) {
            return "REFUSED";
        }
        boolean closed = thrown instanceof IOException
                || thrown instanceof InaccessibleObjectException
                || thrown instanceof ReflectiveOperationException
                || thrown instanceof LinkageError
                || thrown instanceof IllegalCallerException
                || thrown instanceof UnsupportedOperationException;
        return closed ? "CLOSED" : "FAILED";
    }
}
