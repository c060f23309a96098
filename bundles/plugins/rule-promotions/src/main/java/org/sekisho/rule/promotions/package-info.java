/** Promotions of the shop's own making: price rules read from the home's {@code promotions.json}. */
@NullMarked
package org.sekisho.rule.promotions;

import org.jspecify.annotations.NullMarked;
