/** Session notes. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "access",
            "shell",
            "practitioners",
            "exercises",
            "patients",
            "safety",
            "schedule",
            "intake",
            "leads",
            "plans"
        })
package io.plumbline.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
