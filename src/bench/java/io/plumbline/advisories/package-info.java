/**
 * {@code ./portal advisories}: compares the libraries of the portal with known vulnerabilities, from a file. It asks
 * nothing of a network, so that a build without one can run it too.
 */
@NullMarked
package io.plumbline.advisories;

import org.jspecify.annotations.NullMarked;
