/**
 * What the gate adds inside the framework's own package: the framework asks its guard there, before it does anything for a bundle.
 * The framework's own classes are merged into this package when the gate is built.
 */
@NullMarked
package org.apache.felix.framework;

import org.jspecify.annotations.NullMarked;
