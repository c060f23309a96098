/** Reads the exceptions of each cashier out of the journal. */
@NullMarked
package org.sekisho.checkout.exceptions;

import org.jspecify.annotations.NullMarked;
