/** ClamAV's daemon as an inspector. */
@NullMarked
package org.sekisho.antivirus.clamd;

import org.jspecify.annotations.NullMarked;
