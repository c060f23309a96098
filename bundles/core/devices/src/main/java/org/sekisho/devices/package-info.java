/** The devices of this register, as the rest of it sees them. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.devices;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
