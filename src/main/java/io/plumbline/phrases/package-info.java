/** Phrases: texts that clinicians insert in session notes by typing a short code. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.plumbline.phrases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
