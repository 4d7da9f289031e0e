/** Appointments, and the slots that prevent double booking. */
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
            "practitioners::absences",
            "exercises",
            "patients",
            "patients::status",
            "patients::file",
            "patients::merging",
            "safety"
        })
package io.plumbline.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
