/** Values of the shop: money, quantities, items and closed sales. All are immutable. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.api.model;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
