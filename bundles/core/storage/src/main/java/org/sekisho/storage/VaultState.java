package org.sekisho.storage;

/**
 * What opens the vault of a home.
 *
 * @param source where its secret lies
 * @param derivation how the wrapping key is made from it, for people
 * @param recoverable whether there is a recovery key that opens it too
 * @param renewing whether something may still be sealed by the data key before
 */
public record VaultState(KeySource source, String derivation, boolean recoverable, boolean renewing) {}
