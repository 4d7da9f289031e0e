/** Intake notes: what the patient comes with. */
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
            "schedule"
        })
package io.plumbline.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
