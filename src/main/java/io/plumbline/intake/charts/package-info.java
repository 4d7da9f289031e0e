/** The body charts of signed intake notes, read and compared. */
@NullMarked
package io.plumbline.intake.charts;

import org.jspecify.annotations.NullMarked;
