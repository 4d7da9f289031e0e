/** Amendments of signed session notes: addenda, and the reason why a note was entered in error. */
@NullMarked
package io.plumbline.notes.amendments;

import org.jspecify.annotations.NullMarked;
