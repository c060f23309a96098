/** Tax and discounts as pure, exact arithmetic on whole minor units. */
@NullMarked
package org.sekisho.checkout.tax;

import org.jspecify.annotations.NullMarked;
