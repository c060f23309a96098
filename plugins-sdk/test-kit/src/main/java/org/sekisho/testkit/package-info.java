/** What a plugin's tests stand on: contracts that every driver and rule keeps, and fakes of what a test cannot have. */
@NullMarked
package org.sekisho.testkit;

import org.jspecify.annotations.NullMarked;
