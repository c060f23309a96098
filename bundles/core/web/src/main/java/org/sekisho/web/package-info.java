/** The register page and its API: they call, they decide nothing. */
@NullMarked
package org.sekisho.web;

import org.jspecify.annotations.NullMarked;
