/** Booking the next visit of the plan from the signed note. */
@NullMarked
package io.plumbline.notes.ui.nextvisit;

import org.jspecify.annotations.NullMarked;
