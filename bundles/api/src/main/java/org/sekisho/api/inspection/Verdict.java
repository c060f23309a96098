package org.sekisho.api.inspection;

/** What an inspector says; only {@link Clean} lets a file in, and none of them stops sales. */
public sealed interface Verdict {

    /** @param engine name, version and age of the signatures, as the engine tells them */
    record Clean(String engine) implements Verdict {}

    /** @param threat the engine's name for it */
    record Infected(String threat) implements Verdict {}

    /** A limit was met before the end; what lies behind it was not seen. */
    record NotFullyScanned(String why) implements Verdict {}

    /** No engine answered, or it is degraded. */
    record Unavailable(String why) implements Verdict {}
}
