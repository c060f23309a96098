/** ESC/POS: Epson's printers and the many that follow them. */
@NullMarked
package org.sekisho.driver.escpos;

import org.jspecify.annotations.NullMarked;
