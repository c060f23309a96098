/** How a closed sale becomes a document. */
@NullMarked
package org.sekisho.receipts.compose;

import org.jspecify.annotations.NullMarked;
