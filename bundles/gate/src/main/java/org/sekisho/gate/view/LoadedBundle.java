package org.sekisho.gate.view;

/**
 * One bundle that runs.
 *
 * @param symbolicName OSGi's name
 * @param version OSGi's version
 * @param sha256 of the whole file, lower-case hex
 * @param publisher who signed the jar, as the allowlist names them
 * @param vouchedBy what approved it: {@code assembly demo-grocery}, or the approvers' names
 * @param belongsToRegister whether the register was delivered with it; otherwise the shop added it
 */
public record LoadedBundle(
        String symbolicName,
        String version,
        String sha256,
        String publisher,
        String vouchedBy,
        boolean belongsToRegister) {}
