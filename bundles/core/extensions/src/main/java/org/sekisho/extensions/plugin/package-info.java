/** Plugins, held to the rules of org.sekisho.plugin.rules and to their entries in the allowlist. */
@NullMarked
package org.sekisho.extensions.plugin;

import org.jspecify.annotations.NullMarked;
