/** The sealed database in the home: HSQLDB under an authenticated cipher. */
@NullMarked
package org.sekisho.storage.hsql;

import org.jspecify.annotations.NullMarked;
