/** All that can be known of a jar without asking anybody: what vetting judges, and what an allowlist is written from. */
@NullMarked
package org.sekisho.extensions.facts;

import org.jspecify.annotations.NullMarked;
