/** Where and whose register this is: the home folder, store.json, the business day. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
