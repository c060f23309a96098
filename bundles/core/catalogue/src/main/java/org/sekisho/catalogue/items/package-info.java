/** The items: their table, their index in memory, their import. */
@NullMarked
package org.sekisho.catalogue.items;

import org.jspecify.annotations.NullMarked;
