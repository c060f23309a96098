/** Devices for a register without hardware, which a person can look at. */
@NullMarked
package org.sekisho.devices.virtual;

import org.jspecify.annotations.NullMarked;
