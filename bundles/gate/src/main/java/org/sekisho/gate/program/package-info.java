/** What the launcher runs once the framework stands: one program, one invocation. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.gate.program;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
