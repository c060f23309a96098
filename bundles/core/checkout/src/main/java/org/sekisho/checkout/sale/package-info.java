/** An open sale as values: what was rung, and what that comes to. No database, no clock, no threads. */
@NullMarked
package org.sekisho.checkout.sale;

import org.jspecify.annotations.NullMarked;
