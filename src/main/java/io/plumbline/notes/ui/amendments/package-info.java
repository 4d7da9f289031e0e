/** Addenda of a signed session note, and marking it as entered in error. */
@NullMarked
package io.plumbline.notes.ui.amendments;

import org.jspecify.annotations.NullMarked;
