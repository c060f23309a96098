/** An integrator's folder, and what is done in it. */
@NullMarked
package org.sekisho.publishing.workspace;

import org.jspecify.annotations.NullMarked;
