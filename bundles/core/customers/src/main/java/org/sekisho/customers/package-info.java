/** Customers as the rest of the register sees them. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.customers;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
