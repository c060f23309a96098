/** Serial ports, opened by the platform for the one bundle that drives devices. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.gate.serial;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
