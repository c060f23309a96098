/** The register's one database: durable transactions, migrations, and the key that opens it. */
@Export
@Version("0.1.0")
@NullMarked
package org.sekisho.storage;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
