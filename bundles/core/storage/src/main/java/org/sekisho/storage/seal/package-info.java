/** What may stand in the files of the sealed database, and the proof that nothing else does before HSQLDB reads them. */
@NullMarked
package org.sekisho.storage.seal;

import org.jspecify.annotations.NullMarked;
