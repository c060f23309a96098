/** What the gate says to people, in English and Japanese. */
@NullMarked
package org.sekisho.gate.message;

import org.jspecify.annotations.NullMarked;
