/** What is in a code before anything is looked up. */
@NullMarked
package org.sekisho.catalogue.codes;

import org.jspecify.annotations.NullMarked;
