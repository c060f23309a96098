/** Items, barcodes, prices. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.catalogue;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
