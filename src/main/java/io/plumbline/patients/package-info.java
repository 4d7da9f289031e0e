/** Patients: the directory, and what every screen of a patient shows. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "documents",
            "documents::preview",
            "access",
            "access::breakglass",
            "access::proof",
            "access::signin",
            "shell",
            "practitioners",
            "exercises"
        })
package io.plumbline.patients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
