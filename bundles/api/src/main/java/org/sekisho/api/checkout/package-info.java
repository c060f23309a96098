/** What a plugin may propose to a sale that is still open. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.api.checkout;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
