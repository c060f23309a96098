/** Where the master secret lies, and the vault file of the home. */
@NullMarked
package org.sekisho.storage.key;

import org.jspecify.annotations.NullMarked;
