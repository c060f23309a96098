/** How a secret that an operator knows is kept and compared. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.api.identity;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
