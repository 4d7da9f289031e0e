/** The recall board: patients who missed a visit, have nothing booked or went quiet, and what they said to the desk. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "access",
            "shell",
            "practitioners",
            "patients",
            "patients::status",
            "patients::consents",
            "patients::merging",
            "schedule",
            "schedule::history",
            "plans",
            "plans::worklist"
        })
package io.plumbline.recalls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
