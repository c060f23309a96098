/** What the running gate tells the register: what it loaded, for whom it is vouched, what it refused. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.gate.view;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
