/** Keys by which people sign what they let in. */
@NullMarked
package org.sekisho.identity.approver;

import org.jspecify.annotations.NullMarked;
