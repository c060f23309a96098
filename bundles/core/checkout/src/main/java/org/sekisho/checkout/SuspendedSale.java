package org.sekisho.checkout;

import java.time.LocalDate;
import org.sekisho.api.model.Money;

/**
 * A sale that was set aside, to be recalled on any lane of the same database.
 *
 * @param id what to recall it by: {@code S1-57}
 * @param lane on which it was set aside
 * @param operator who did
 * @param businessDate on which
 * @param tendered what the customer has paid of it; it lies in that lane's drawer
 */
public record SuspendedSale(String id, String lane, String operator, LocalDate businessDate, Money tendered) {}
