/** The command line's first stop: home, lock, forward or boot. */
@NullMarked
package org.sekisho.gate.launch;

import org.jspecify.annotations.NullMarked;
