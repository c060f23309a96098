/** What a plugin's manifest may not ask for. The build and the gate hold plugins to the same code. */
@NullMarked
package org.sekisho.extensions.plugin;

import org.jspecify.annotations.NullMarked;
