/** Orders to the card terminal: on record before the terminal hears of them, never sent twice, settled by asking. */
@NullMarked
package org.sekisho.checkout.payment;

import org.jspecify.annotations.NullMarked;
