/** Operators kept in the register's database. */
@NullMarked
package org.sekisho.identity.account;

import org.jspecify.annotations.NullMarked;
