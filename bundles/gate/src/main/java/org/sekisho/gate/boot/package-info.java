/** Starts the framework around verified bundles and stops it again. */
@NullMarked
package org.sekisho.gate.boot;

import org.jspecify.annotations.NullMarked;
