/** What a patient said before an intake note was written, to be compared with it. */
@NullMarked
@NamedInterface("submitted")
package io.plumbline.intake.submitted;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
