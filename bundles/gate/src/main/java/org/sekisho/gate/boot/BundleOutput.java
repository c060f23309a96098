package org.sekisho.gate.boot;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What bundles and libraries print by themselves ({@code System.out}, {@code System.err}) belongs on nobody's screen, and never
 * between the lines of a command's own output. It is dropped, or, for whoever looks for a fault, shown on standard error when the
 * environment has {@code SEKISHO_TRACE}.
 */
public final class BundleOutput {

    private static final boolean TRACE = System.getenv("SEKISHO_TRACE") != null;

    private BundleOutput() {}

    /** @param err the process's own standard error */
    public static void divert(PrintStream err) {
        PrintStream sink =
                TRACE ? err : new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(sink);
        System.setErr(sink);
    }

    /** Whether the person wants to see what goes on inside. */
    public static boolean isTraced() {
        return TRACE;
    }
}
