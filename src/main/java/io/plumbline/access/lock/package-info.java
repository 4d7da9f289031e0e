/** The lock of idle screens: what a session keeps about it, and how its person unlocks it. */
@NullMarked
package io.plumbline.access.lock;

import org.jspecify.annotations.NullMarked;
