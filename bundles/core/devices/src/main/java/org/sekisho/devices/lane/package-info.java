/** Which devices this lane has, and whose turn each is. */
@NullMarked
package org.sekisho.devices.lane;

import org.jspecify.annotations.NullMarked;
