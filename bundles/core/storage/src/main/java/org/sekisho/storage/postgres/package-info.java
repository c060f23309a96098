/** The database of a store with a server: PostgreSQL. */
@NullMarked
package org.sekisho.storage.postgres;

import org.jspecify.annotations.NullMarked;
