/** Treatment plans and their progress. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "documents",
            "access",
            "shell",
            "practitioners",
            "practitioners::credentials",
            "exercises",
            "patients",
            "patients::file",
            "measures",
            "phases",
            "diagnoses",
            "safety",
            "schedule",
            "taper",
            "intake",
            "leads"
        })
package io.plumbline.plans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
