/** Finds signed session notes and old notes by their words: in a patient's record, and among the current user's own notes. */
@NullMarked
@NamedInterface("search")
package io.plumbline.notes.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
