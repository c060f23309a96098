/** Ports: bytes in and out of a device. */
@NullMarked
package org.sekisho.devices.wire;

import org.jspecify.annotations.NullMarked;
