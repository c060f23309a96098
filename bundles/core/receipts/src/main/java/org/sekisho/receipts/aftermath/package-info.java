/** What follows a closed sale at the lane: its receipt, the drawer. */
@NullMarked
package org.sekisho.receipts.aftermath;

import org.jspecify.annotations.NullMarked;
