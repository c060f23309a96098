/** The checkout's tables: counters, the index of sales, running totals, open steps. Each class is one table's only reader and writer. */
@NullMarked
package org.sekisho.checkout.books;

import org.jspecify.annotations.NullMarked;
