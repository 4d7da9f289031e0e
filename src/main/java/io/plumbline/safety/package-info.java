/** Red flags and the screening rules behind them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "access",
            "shell",
            "practitioners",
            "exercises",
            "patients",
            "patients::file",
            "patients::merging"
        })
package io.plumbline.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
