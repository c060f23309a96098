/** Who signed a jar, and whether every byte of it is theirs. */
@NullMarked
package org.sekisho.extensions.signature;

import org.jspecify.annotations.NullMarked;
