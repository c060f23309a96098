/** The home folder on the disk: store.json read to the letter and written once. */
@NullMarked
package org.sekisho.store.home;

import org.jspecify.annotations.NullMarked;
