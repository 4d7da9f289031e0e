/** Session notes and old notes in the timeline of a patient. */
@NullMarked
package io.plumbline.notes.timeline;

import org.jspecify.annotations.NullMarked;
