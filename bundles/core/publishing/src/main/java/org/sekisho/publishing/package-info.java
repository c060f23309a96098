/** The integrator's side: keys, signing, the allowlist, a static signed repository. Plain Java; files are its only state. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.publishing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
