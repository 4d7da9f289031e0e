/** Checkout orders: what a clinician wants next for a patient, until the desk has booked, handed over or declined it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "access",
            "practitioners",
            "patients",
            "patients::status",
            "schedule",
            "plans",
            "notes"
        })
package io.plumbline.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
