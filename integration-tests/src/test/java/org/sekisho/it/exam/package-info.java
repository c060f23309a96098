/** Tests that run inside Felix: the register's bundles as they ship, without the gate. */
@NullMarked
package org.sekisho.it.exam;

import org.jspecify.annotations.NullMarked;
