/** Adverse reactions of patients to treatments, with their severity, their outcome and the follow-up. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "access",
            "patients",
            "patients::file",
            "patients::merging",
            "safety",
            "schedule",
            "notes",
            "plans"
        })
package io.plumbline.reactions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
