/**
 * One target a parser: {@code fuzzerTestOneInput} takes any bytes and must end soon, without an exception. What a parser promises
 * beyond that is asserted there too.
 */
@NullMarked
package org.sekisho.fuzz;

import org.jspecify.annotations.NullMarked;
