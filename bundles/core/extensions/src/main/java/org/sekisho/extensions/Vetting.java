package org.sekisho.extensions;

import java.util.Locale;

/** Looks at a jar as the gate and the shop would. Changes nothing. Safe for many threads. */
public interface Vetting {

    /** Structure, signature, powers, antivirus, SBOM: every refusal, not just the first. */
    VetReport vet(String fileName, byte[] jar);

    /** The same, its sentences in the reader's language as far as it is known; codes and names stay as they are. */
    default VetReport vet(String fileName, byte[] jar, Locale locale) {
        return vet(fileName, jar);
    }
}
