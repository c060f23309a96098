/** Keys on disk and on tokens, and what they sign. */
@NullMarked
package org.sekisho.publishing.key;

import org.jspecify.annotations.NullMarked;
