/** Both ends of the control socket, and what an invocation is on either of them. */
@NullMarked
package org.sekisho.gate.control;

import org.jspecify.annotations.NullMarked;
