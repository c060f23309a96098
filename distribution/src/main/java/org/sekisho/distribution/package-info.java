/** Puts features together into a register, and lists and approves more bundles in one that was put together before. */
@NullMarked
package org.sekisho.distribution;

import org.jspecify.annotations.NullMarked;
