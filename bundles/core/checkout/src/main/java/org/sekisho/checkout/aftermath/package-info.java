/** What follows a closed sale: done after the commit by one thread, never at the cost of selling. */
@NullMarked
package org.sekisho.checkout.aftermath;

import org.jspecify.annotations.NullMarked;
