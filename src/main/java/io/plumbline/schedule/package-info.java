/** Appointments, and the slots that prevent double booking. */
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
            "practitioners::absences",
            "exercises",
            "patients",
            "patients::file",
            "safety"
        })
package io.plumbline.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
