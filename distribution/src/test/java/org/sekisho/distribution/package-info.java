@NullMarked
package org.sekisho.distribution;

import org.jspecify.annotations.NullMarked;
