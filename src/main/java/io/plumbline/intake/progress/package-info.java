/** The parts of an intake note, and how far each is filled in. */
@NullMarked
package io.plumbline.intake.progress;

import org.jspecify.annotations.NullMarked;
