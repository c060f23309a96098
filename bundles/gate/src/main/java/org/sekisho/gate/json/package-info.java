/** Strict reading and canonical writing of signed documents. */
@NullMarked
package org.sekisho.gate.json;

import org.jspecify.annotations.NullMarked;
