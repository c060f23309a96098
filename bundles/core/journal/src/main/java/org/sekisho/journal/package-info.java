/** The append-only, hash-chained record of all that happened. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.journal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
