/** The till of this lane: where rules, tender, journal and what follows come together. */
@NullMarked
package org.sekisho.checkout.till;

import org.jspecify.annotations.NullMarked;
