/** A client of The Update Framework 1.0 over files that are already on this machine. */
@NullMarked
package org.sekisho.gate.tuf;

import org.jspecify.annotations.NullMarked;
