/** The calls of the API, as {@code openapi.json} describes them. */
@NullMarked
package org.sekisho.web.api;

import org.jspecify.annotations.NullMarked;
