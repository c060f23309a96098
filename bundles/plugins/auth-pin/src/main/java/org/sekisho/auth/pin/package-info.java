/** Quick PINs, kept by HMAC-SHA256 with a pepper. */
@NullMarked
package org.sekisho.auth.pin;

import org.jspecify.annotations.NullMarked;
