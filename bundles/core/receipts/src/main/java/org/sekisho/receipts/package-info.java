/** A closed sale as a receipt. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.receipts;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
