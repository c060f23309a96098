/** Decides which bundles may run: only what this package verified can be installed. */
@NullMarked
package org.sekisho.gate.vouch;

import org.jspecify.annotations.NullMarked;
