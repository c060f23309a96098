/** What both engines share: connections, kept statements, transactions, migrations. */
@NullMarked
package org.sekisho.storage.sql;

import org.jspecify.annotations.NullMarked;
