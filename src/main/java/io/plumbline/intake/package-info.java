/** Intake notes: the assessment of the patient's complaint. */
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
