package org.sekisho.store;

/**
 * Who issues the receipts.
 *
 * @param name as it stands on the receipt
 * @param registrationNumber the issuer's T-number of Japan's invoice system, checked; empty when there is none
 */
public record Issuer(String name, String registrationNumber) {}
