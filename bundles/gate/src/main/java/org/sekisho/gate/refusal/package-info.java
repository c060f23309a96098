/** Why something is not trusted: one typed exception per reason, with its facts. */
@NullMarked
package org.sekisho.gate.refusal;

import org.jspecify.annotations.NullMarked;
