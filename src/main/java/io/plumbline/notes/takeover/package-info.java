/** Visits whose practitioner can no longer write the session note. */
@NullMarked
package io.plumbline.notes.takeover;

import org.jspecify.annotations.NullMarked;
