/** Files that survive a power cut, and the removal of trees that follows no link. */
@NullMarked
package org.sekisho.gate.files;

import org.jspecify.annotations.NullMarked;
