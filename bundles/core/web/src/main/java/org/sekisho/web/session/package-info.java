/** Who is signed on at the page, for how long, and the sale they have open. */
@NullMarked
package org.sekisho.web.session;

import org.jspecify.annotations.NullMarked;
