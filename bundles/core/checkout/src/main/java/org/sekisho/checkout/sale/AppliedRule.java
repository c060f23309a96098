package org.sekisho.checkout.sale;

import org.sekisho.api.model.Money;

/**
 * What a price rule took off a line, as the journal holds it.
 *
 * @param off after the register cut it to what was left of the line
 */
public record AppliedRule(String rule, int line, String reason, Money off) {}
