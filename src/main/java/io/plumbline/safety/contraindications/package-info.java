/** Contraindications that follow from the patient's history and screen, as versioned data with a source. */
@NullMarked
@NamedInterface("contraindications")
package io.plumbline.safety.contraindications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
