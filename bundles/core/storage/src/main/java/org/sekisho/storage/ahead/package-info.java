/** What is on the disk before its rows are: the record of a write-only transaction, and the log that keeps it until they are. */
@NullMarked
package org.sekisho.storage.ahead;

import org.jspecify.annotations.NullMarked;
