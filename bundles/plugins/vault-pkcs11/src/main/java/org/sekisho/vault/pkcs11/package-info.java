/** The master secret by a key on a token. */
@NullMarked
package org.sekisho.vault.pkcs11;

import org.jspecify.annotations.NullMarked;
