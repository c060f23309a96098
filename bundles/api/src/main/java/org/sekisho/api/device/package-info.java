/** Device drivers speak their protocol over a {@link org.sekisho.api.device.Wire}; the register owns ports, threads and retries. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.api.device;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
