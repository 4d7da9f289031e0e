/** The answer bank: practitioners' answers to a question, imported from pages and reviewed by the clinic. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "clinics", "access", "shell", "practitioners", "exercises"})
package io.plumbline.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
