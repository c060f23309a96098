/** The operator's view of the gate: vet, why, list. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.extensions;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
