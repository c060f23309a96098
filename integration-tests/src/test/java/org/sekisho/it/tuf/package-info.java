/** The gate's TUF client against the public conformance suite and against metadata that others made. */
@NullMarked
package org.sekisho.it.tuf;

import org.jspecify.annotations.NullMarked;
