/** Keeps the data key: what storage seals, it seals by a vault. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.api.vault;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
