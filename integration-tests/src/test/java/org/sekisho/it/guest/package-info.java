/** Code that tests pack into plugins; it runs inside the register and is no test itself. */
@NullMarked
package org.sekisho.it.guest;

import org.jspecify.annotations.NullMarked;
