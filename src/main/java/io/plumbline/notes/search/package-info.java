/** Finds signed session notes by their words: in a patient's record, and among the caller's own notes. */
@NullMarked
package io.plumbline.notes.search;

import org.jspecify.annotations.NullMarked;
