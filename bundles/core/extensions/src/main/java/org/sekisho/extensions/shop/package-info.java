/** What operators do to the running register, by way of the gate. */
@NullMarked
package org.sekisho.extensions.shop;

import org.jspecify.annotations.NullMarked;
