/** Operators, roles, sign-on. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.identity;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
