/** A sale from first scan to closed, and what follows it. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.checkout;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
