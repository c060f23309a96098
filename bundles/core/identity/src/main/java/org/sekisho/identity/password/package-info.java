/** What a new password must be, by the store's profile. */
@NullMarked
package org.sekisho.identity.password;

import org.jspecify.annotations.NullMarked;
