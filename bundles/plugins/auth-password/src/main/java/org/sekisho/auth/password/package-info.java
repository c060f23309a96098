/** Passwords under Argon2id. */
@NullMarked
package org.sekisho.auth.password;

import org.jspecify.annotations.NullMarked;
