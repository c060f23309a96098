/** One-time codes of authenticator apps, by TOTP (RFC 6238). */
@NullMarked
package org.sekisho.auth.totp;

import org.jspecify.annotations.NullMarked;
