/** Session notes. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "documents",
            "access",
            "access::breakglass",
            "access::proof",
            "access::signin",
            "shell",
            "practitioners",
            "practitioners::credentials",
            "practitioners::supervision",
            "exercises",
            "patients",
            "patients::file",
            "measures",
            "sessions",
            "safety",
            "safety::contraindications",
            "schedule",
            "intake",
            "intake::contraindications",
            "leads",
            "phases",
            "phrases",
            "phrases::ui",
            "plans",
            "plans::summary"
        })
package io.plumbline.notes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
