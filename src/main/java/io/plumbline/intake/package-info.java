/** Intake notes: the assessment of the patient's complaint. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "documents",
            "access",
            "access::signin",
            "shell",
            "practitioners",
            "practitioners::credentials",
            "exercises",
            "forms",
            "forms::ui",
            "patients",
            "patients::consents",
            "patients::consents-ui",
            "patients::file",
            "measures",
            "safety",
            "safety::contraindications",
            "schedule"
        })
package io.plumbline.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
