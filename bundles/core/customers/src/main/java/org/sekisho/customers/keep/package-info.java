/** How customers are kept: keys, sealed fields and the blind index. */
@NullMarked
package org.sekisho.customers.keep;

import org.jspecify.annotations.NullMarked;
