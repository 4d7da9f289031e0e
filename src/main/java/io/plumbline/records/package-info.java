/** The whole record of one patient as a file, for a reason that goes on record, the requests for it, and everything of a clinic. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "jobs::holds",
            "clinics",
            "documents",
            "access",
            "access::breakglass",
            "access::proof",
            "access::signin",
            "patients",
            "patients::file",
            "patients::related",
            "forms",
            "notes",
            "safety"
        })
package io.plumbline.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
