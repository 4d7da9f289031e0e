/** Intake notes in the timeline of a patient. */
@NullMarked
package io.plumbline.intake.timeline;

import org.jspecify.annotations.NullMarked;
