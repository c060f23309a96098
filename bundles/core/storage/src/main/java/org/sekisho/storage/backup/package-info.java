/** Sealed copies of a home. */
@NullMarked
package org.sekisho.storage.backup;

import org.jspecify.annotations.NullMarked;
