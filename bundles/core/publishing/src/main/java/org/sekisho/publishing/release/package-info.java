/** What is signed and how it lies on a web server: TUF's metadata and its targets. */
@NullMarked
package org.sekisho.publishing.release;

import org.jspecify.annotations.NullMarked;
