/**
 * What the register may have the gate do: take newer lists, let a bundle in, take it out. The gate verifies everything itself; whoever calls
 * brings words and keys, never trust. Wired to the extensions bundle and the commands alone.
 */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.gate.operate;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
