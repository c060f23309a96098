/** What a plugin's manifest may not ask for. Its build, the assembler and vetting run this same code. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.plugin.rules;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
