/** Treatment plans and their progress. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "documents",
            "access",
            "access::proof",
            "access::signin",
            "shell",
            "practitioners",
            "practitioners::credentials",
            "exercises",
            "patients",
            "patients::status",
            "patients::file",
            "patients::merging",
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
