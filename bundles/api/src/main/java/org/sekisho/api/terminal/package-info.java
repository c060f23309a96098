/** Card terminals: what a driver offers, what it is told, what it says. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.api.terminal;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
