/** The notes that a clinician still has to write or sign. */
@NullMarked
package io.plumbline.notes.ui.worklist;

import org.jspecify.annotations.NullMarked;
