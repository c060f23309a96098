/** The {@code sekisho} command: it calls the register's services and decides nothing itself. */
@NullMarked
package org.sekisho.cli;

import org.jspecify.annotations.NullMarked;
