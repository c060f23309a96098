/** What a jar is, read without trusting it: strict structure, manifest. Plain Java, also for those who build registers. */
@NullMarked
package org.sekisho.extensions.jar;

import org.jspecify.annotations.NullMarked;
