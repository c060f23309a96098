/** What a jar's code could do, computed from its bytecode. */
@NullMarked
package org.sekisho.extensions.power;

import org.jspecify.annotations.NullMarked;
