/** HTTP as this page speaks it: who may ask, what every answer carries, the page's files. */
@NullMarked
package org.sekisho.web.http;

import org.jspecify.annotations.NullMarked;
