package org.sekisho.extensions;

/** Looks at a jar as the gate and the shop would. Changes nothing. Safe for many threads. */
public interface Vetting {

    /** Structure, signature, powers, antivirus, SBOM: every refusal, not just the first. */
    VetReport vet(String fileName, byte[] jar);
}
