/** Puts all questions to a jar and says every refusal as a sentence. */
@NullMarked
package org.sekisho.extensions.vetting;

import org.jspecify.annotations.NullMarked;
