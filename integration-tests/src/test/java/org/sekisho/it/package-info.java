/** The assembled register as its users meet it: a process, real peers, attacks, kills. */
@NullMarked
package org.sekisho.it;

import org.jspecify.annotations.NullMarked;
