/** How fast it is, against the same thing without what Sekisho adds; see docs/performance.md. Run by hand, not by the build. */
@NullMarked
package org.sekisho.it.bench;

import org.jspecify.annotations.NullMarked;
