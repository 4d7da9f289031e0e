/**
 * Patients of another product, their appointments to come and their old notes come in from a CSV file: what the file says is shown and checked before anything is
 * written, and one import can be taken back.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "jobs::holds",
            "clinics",
            "documents",
            "access",
            "practitioners",
            "patients",
            "schedule",
            "notes::search"
        })
package io.plumbline.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
