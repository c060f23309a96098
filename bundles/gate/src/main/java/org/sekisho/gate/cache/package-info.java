/** The sealed cache: the framework gets the very bytes that were hashed, and nothing else. */
@NullMarked
package org.sekisho.gate.cache;

import org.jspecify.annotations.NullMarked;
