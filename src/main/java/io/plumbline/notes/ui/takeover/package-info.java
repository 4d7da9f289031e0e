/** The visits of a patient whose practitioner can no longer write the session note, on screen. */
@NullMarked
package io.plumbline.notes.ui.takeover;

import org.jspecify.annotations.NullMarked;
