/** Jars made strict and signed in the standard way. */
@NullMarked
package org.sekisho.publishing.jar;

import org.jspecify.annotations.NullMarked;
