/** The register's one database, opened at first use. */
@NullMarked
package org.sekisho.storage.database;

import org.jspecify.annotations.NullMarked;
