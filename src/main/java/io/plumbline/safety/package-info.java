/** Red flags and the screening rules behind them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "clinics",
            "access",
            "access::breakglass",
            "access::proof",
            "shell",
            "practitioners",
            "exercises",
            "patients",
            "patients::attachments",
            "patients::file",
            "patients::merging",
            "patients::related"
        })
package io.plumbline.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
