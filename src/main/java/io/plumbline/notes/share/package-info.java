/** How much of the signed session notes of an author is as it was carried forward or filled in, as numbers alone. */
@NullMarked
@NamedInterface("share")
package io.plumbline.notes.share;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
