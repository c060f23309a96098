/** The chains in the database. */
@NullMarked
package org.sekisho.journal.chain;

import org.jspecify.annotations.NullMarked;
