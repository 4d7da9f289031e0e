/** Submitted online intakes in the timeline of a patient. */
@NullMarked
package io.plumbline.onlineintake.timeline;

import org.jspecify.annotations.NullMarked;
