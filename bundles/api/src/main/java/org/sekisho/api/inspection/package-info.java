/** Antivirus hooks: everything that enters the register is shown to every {@link org.sekisho.api.inspection.FileInspector}. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.api.inspection;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
