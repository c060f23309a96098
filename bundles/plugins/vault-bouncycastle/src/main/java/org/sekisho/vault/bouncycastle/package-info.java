/** The vault: a random data key, wrapped by the master secret, and the sealing of records with it. */
@NullMarked
package org.sekisho.vault.bouncycastle;

import org.jspecify.annotations.NullMarked;
