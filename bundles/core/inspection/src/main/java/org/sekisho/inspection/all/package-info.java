/** Every inspector is asked. */
@NullMarked
package org.sekisho.inspection.all;

import org.jspecify.annotations.NullMarked;
