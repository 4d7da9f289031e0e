/** Signing PINs: six digits that sign records and unlock the screen, and nothing else. */
@NullMarked
@NamedInterface("pins")
package io.plumbline.access.pins;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
