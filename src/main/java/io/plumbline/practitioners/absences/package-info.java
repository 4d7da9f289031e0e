/** Absences of practitioners, and the hours in which they are available. */
@NullMarked
@NamedInterface("absences")
package io.plumbline.practitioners.absences;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
